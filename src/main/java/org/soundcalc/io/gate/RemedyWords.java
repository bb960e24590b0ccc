package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.Remedy;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;

/** Remedies in words: the options that apply them, and what they cost. */
final class RemedyWords {
  private RemedyWords() {}

  /**
   * The options with which {@code estimate} shows what the remedy does: {@code --set
   * riscv.num_queries=85 (84 now; its proof 520 → 525 KiB)}.
   *
   * @param circuit that it is a remedy of
   */
  static String of(Remedy remedy, String circuit) {
    if (remedy instanceof Remedy.Raise raise) {
      return SettingWords.set(circuit, raise.table(), raise.key(), raise.to()) + now(raise);
    }
    if (remedy instanceof Remedy.Combined combined) {
      String sets =
          combined.changes().stream()
              .map(change -> SettingWords.set(circuit, change.table(), change.key(), change.to()))
              .collect(Collectors.joining(" "));
      String asked = combined.ask().map(ask -> of(ask, circuit) + " ").orElse("");
      String cost = cost(combined.cost());
      return asked + sets + (cost.isEmpty() ? "" : " (" + cost + ")");
    }
    return "--regimes " + regimes(((Remedy.Ask) remedy).instead());
  }

  /** What takes a caveat away, after a colon; empty where nothing does. */
  static String of(Finding.NoCaveats strict, Caveat.Kind kind) {
    Optional<String> help =
        switch (kind) {
          case HASH -> strict.hash().map(RemedyWords::ofAll);
          case LIST_BOUND, LOOKUP_HYPOTHESIS -> strict.ask().map(ask -> of(ask, ""));
          default -> Optional.empty();
        };
    return help.map(words -> ": " + words).orElse("");
  }

  /** The option that gives every circuit the value, with the cost for one of them. */
  static String ofAll(Remedy.Raise raise) {
    return "--set " + raise.key() + "=" + raise.to() + now(raise);
  }

  private static String now(Remedy.Raise raise) {
    String cost = cost(raise.cost());
    return " ("
        + SettingWords.shown(raise.from())
        + " now"
        + (cost.isEmpty() ? "" : "; " + cost)
        + ")";
  }

  /** Regimes as the option takes them. */
  static String regimes(List<Regime> regimes) {
    return regimes.stream().map(Regimes::word).collect(Collectors.joining(","));
  }

  /** What it does to the size and to the proof-of-work, if anything. */
  private static String cost(Remedy.Cost cost) {
    List<String> parts = new ArrayList<>();
    if (!cost.from().equals(cost.to())) {
      parts.add(
          "%s proof %d → %d KiB%s%s"
              .formatted(
                  cost.isFinal() ? "final" : "its",
                  ProofSize.kib(cost.measure().of(cost.from())),
                  ProofSize.kib(cost.measure().of(cost.to())),
                  cost.measure() == SizeLimit.Measure.WORST ? "" : " expected",
                  cost.breaksLimit() ? ", above the limit" : ""));
    }
    if (cost.log2Work().compareTo(cost.log2WorkNow()) > 0) {
      String log = cost.log2Work().stripTrailingZeros().toPlainString();
      parts.add("2^" + log + " hashes of proof-of-work");
    }
    return String.join(", ", parts);
  }
}
