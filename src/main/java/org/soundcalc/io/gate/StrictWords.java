package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.model.Caveat;

/** Caveats in words where none may be, each with what takes it away. */
final class StrictWords {
  /** Circuits whose changes are written out. */
  private static final int MOST = 3;

  private StrictWords() {}

  /** The caveat, and the options without which it stays. */
  static String of(CaveatWords caveat, Finding.NoCaveats strict) {
    String words = caveat.words();
    // a question has its answer in it
    return words.endsWith("?")
        ? words + " --strict does not let it pass"
        : words + ", which --strict does not let pass" + help(caveat, strict).orElse("");
  }

  private static Optional<String> help(CaveatWords caveat, Finding.NoCaveats strict) {
    Optional<String> help =
        switch (caveat.first().caveat().kind()) {
          case HASH -> strict.hash().map(RemedyWords::ofAll);
          case LIST_BOUND ->
              strict.ask().map(ask -> RemedyWords.of(ask, "")).or(() -> otherRegime(strict));
          case GRINDING ->
              changes(strict, Predicate.not(otherWork(caveat, strict)::contains))
                  .or(() -> Optional.of(GateWords.NOTHING));
          // the caveat itself says what to state
          case LOOKUP_HYPOTHESIS -> Optional.empty();
          case IGNORED_KEY -> Optional.of("leave it out if the protocol does without");
        };
    return help.map(words -> ": " + words);
  }

  /** Nothing where the list stays what it is, whatever the proof-of-work. */
  private static Optional<String> otherRegime(Finding.NoCaveats strict) {
    return strict.isFree() ? changes(strict, any -> true) : Optional.empty();
  }

  /**
   * The circuits whose proof-of-work another line says all of. What others need under the same
   * regimes is done at once.
   */
  private static Set<String> otherWork(CaveatWords caveat, Finding.NoCaveats strict) {
    Set<String> others = ofWork(strict, its -> true);
    others.removeAll(
        ofWork(strict, its -> its.message().equals(caveat.first().caveat().message())));
    return others;
  }

  private static Set<String> ofWork(Finding.NoCaveats strict, Predicate<Caveat> isMeant) {
    return strict.caveats().stream()
        .filter(its -> its.caveat().kind() == Caveat.Kind.GRINDING && isMeant.test(its.caveat()))
        .flatMap(its -> its.circuit().stream())
        .collect(Collectors.toSet());
  }

  private static Optional<String> changes(Finding.NoCaveats strict, Predicate<String> isMeant) {
    List<Finding.OfCircuit> meant =
        strict.instead().stream().filter(its -> isMeant.test(its.circuit())).toList();
    List<String> parts = new ArrayList<>();
    for (Finding.OfCircuit one : meant.subList(0, Math.min(MOST, meant.size()))) {
      parts.add(RemedyWords.of(one.remedy(), one.circuit()));
    }
    if (meant.size() > MOST) {
      parts.add(meant.size() - MOST + " more: all with check --format json");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", and ", parts));
  }
}
