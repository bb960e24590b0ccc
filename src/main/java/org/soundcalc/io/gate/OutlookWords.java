package org.soundcalc.io.gate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.Outlook;
import org.soundcalc.analysis.gate.Remedy;
import org.soundcalc.analysis.gate.SizeRemedy;
import org.soundcalc.analysis.gate.Verdict;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.io.recursion.TreeWords;
import org.soundcalc.model.Circuit;
import org.soundcalc.search.optimum.Aspect;

/** What a zkVM that fails needs to pass, in a line: what to change where, and what that costs. */
public final class OutlookWords {
  /** Circuits that are named one by one. */
  private static final int MOST_NAMES = 3;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private OutlookWords() {}

  /**
   * {@return what to change, and the size of the final proof then: {@code folds of shrink, final
   * proof 887 → 393 KiB}; or how near the least found comes}
   *
   * @param outlook of a zkVM
   * @param verdict the same zkVM's
   */
  public static String brief(Outlook outlook, Verdict verdict) {
    return outlook.isFound()
        ? join(changed(outlook.changes(), verdict), size(outlook.changes()))
        : missing(outlook, verdict, OutlookWords::below);
  }

  /**
   * The same with all that it costs, and with what gives the bits where the size is out of reach.
   */
  static String full(Outlook outlook, Verdict verdict) {
    String change =
        join(
            asked(outlook, verdict),
            Stream.concat(size(outlook.changes()), costs(outlook.changes())));
    if (outlook.isFound()) {
      return change + caution(verdict) + others(outlook);
    }
    boolean areBitsMissed = verdict.findings().stream().anyMatch(OutlookWords::isOfBits);
    return missing(outlook, verdict, size -> nearest(size, verdict))
        + (areBitsMissed && !outlook.changes().isEmpty() ? "; for the bits " + change : "")
        + caution(verdict)
        + others(outlook);
  }

  /** What the lines below say of what is missed as well. */
  private static String others(Outlook outlook) {
    String others =
        outlook.others().stream().map(OutlookWords::word).collect(Collectors.joining(" and "));
    return others.isEmpty() ? "" : "; " + others + " as well: see below";
  }

  private static String word(Finding finding) {
    if (finding instanceof Finding.NoCaveats) {
      return "the caveats";
    }
    return finding instanceof Finding.Tree ? "the whole tree's bits" : "the non-interactive bits";
  }

  /** What to change, after the regimes to ask for where those asked for are not enough. */
  private static String asked(Outlook outlook, Verdict verdict) {
    String changed = changed(outlook.changes(), verdict);
    if (asked(outlook.changes()).isPresent()) {
      return changed;
    }
    return outlook.changes().stream()
            .map(Finding.OfCircuit::remedy)
            .filter(Remedy.Combined.class::isInstance)
            .flatMap(remedy -> ((Remedy.Combined) remedy).ask().stream())
            .findFirst()
            .map(ask -> "ask for --regimes " + RemedyWords.regimes(ask.instead()) + " and change ")
            .orElse("change ")
        + changed;
  }

  /** Which of the regimes that the bits rest on are not proven. */
  private static String caution(Verdict verdict) {
    String conjectures =
        verdict.findings().stream()
            .filter(Finding.Bits.class::isInstance)
            .flatMap(bits -> ((Finding.Bits) bits).shortfalls().stream())
            .flatMap(shortfall -> shortfall.figures().stream())
            .map(RegimeResult.Figures::regime)
            .filter(regime -> !regime.isProven())
            .map(regime -> regime.name() + " is " + regime.status().word())
            .distinct()
            .collect(Collectors.joining(", "));
    return conjectures.isEmpty() ? "" : " (NOT PROVEN: " + conjectures + ")";
  }

  private static boolean isOfBits(Finding finding) {
    return finding instanceof Finding.Bits && !finding.passed();
  }

  private static String join(String what, Stream<String> costs) {
    return Stream.concat(Stream.of(what), costs).collect(Collectors.joining(", "));
  }

  private static String missing(
      Outlook outlook, Verdict verdict, Function<SizeRemedy, String> size) {
    List<String> parts = new ArrayList<>();
    if (!outlook.lacking().isEmpty()) {
      List<Integer> circuits =
          outlook.lacking().stream().map(Finding.Shortfall::index).distinct().toList();
      parts.add("nothing was found that lifts " + names(circuits, verdict));
    }
    outlook.size().map(size).ifPresent(parts::add);
    return String.join("; ", parts);
  }

  private static String below(SizeRemedy size) {
    return size.least()
        .map(least -> SizeWords.kib(size.limit().measured(least), size.limit()))
        .map(kib -> "nothing found below " + kib + " KiB at " + TreeWords.bits(size.bits()))
        .orElseGet(() -> "nothing found within " + size.limit().text());
  }

  /** How near the final proof comes, and what it takes to come so near. */
  private static String nearest(SizeRemedy size, Verdict verdict) {
    return size.least()
        .map(least -> SizeWords.kib(size.limit().measured(least), size.limit()))
        .map(
            kib ->
                "no final proof was found below %s KiB at %s, %s allowed"
                        .formatted(kib, TreeWords.bits(size.bits()), size.limit().text())
                    + by(size, verdict))
        .orElseGet(
            () -> "nothing was found that keeps the final proof within " + size.limit().text());
  }

  /** What makes the final proof as small as it becomes, if anything does. */
  private static String by(SizeRemedy size, Verdict verdict) {
    int last = verdict.estimate().circuits().size() - 1;
    String name = verdict.estimate().last().name();
    return size.smallest()
        .filter(smallest -> !smallest.changes().isEmpty())
        .map(smallest -> List.of(new Finding.OfCircuit(name, last, smallest)))
        .map(changes -> " (with " + join(changed(changes, verdict), costs(changes)) + ")")
        .orElse("");
  }

  /** What is changed in which circuits: {@code field to KoalaBear^5, queries of all 3 circuits}. */
  private static String changed(List<Finding.OfCircuit> changes, Verdict verdict) {
    Optional<Remedy.Ask> ask = asked(changes);
    if (ask.isPresent()) {
      return "ask for --regimes "
          + RemedyWords.regimes(ask.get().instead())
          + ": the protocol stays as it is";
    }
    Map<Aspect, String> aspects = new EnumMap<>(Aspect.class);
    for (Finding.OfCircuit change : changes) {
      Circuit circuit = verdict.estimate().zkvm().circuits().get(change.index());
      for (Remedy.Change its : changes(change.remedy())) {
        add(its, circuit, aspects);
      }
    }
    List<Integer> circuits = changes.stream().map(Finding.OfCircuit::index).distinct().toList();
    return String.join(", ", aspects.values()) + " of " + names(circuits, verdict);
  }

  private static void add(Remedy.Change change, Circuit circuit, Map<Aspect, String> aspects) {
    Aspect aspect = Aspect.of(circuit, change.key());
    // a list of proof-of-work may have the length of the new schedule and ask for no more
    if (aspect != Aspect.WORK || isRaised(change)) {
      boolean isField = aspect == Aspect.FIELD;
      aspects.put(aspect, isField ? "field to " + SettingWords.shown(change.to()) : aspect.word());
    }
  }

  /** Whether a number is greater than the one in its place, or than all, if there are others. */
  private static boolean isRaised(Remedy.Change change) {
    List<BigInteger> from = numbers(change.from());
    List<BigInteger> to = numbers(change.to());
    BigInteger most = from.stream().max(Comparator.naturalOrder()).orElse(BigInteger.ZERO);
    return IntStream.range(0, to.size())
        .anyMatch(i -> to.get(i).compareTo(from.size() == to.size() ? from.get(i) : most) > 0);
  }

  private static List<BigInteger> numbers(String value) {
    List<BigInteger> all = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(value);
    while (matcher.find()) {
      all.add(new BigInteger(matcher.group()));
    }
    return all;
  }

  private static List<Remedy.Change> changes(Remedy remedy) {
    if (remedy instanceof Remedy.Combined several) {
      return several.changes();
    }
    return remedy instanceof Remedy.Raise raise ? List.of(raise.change()) : List.of();
  }

  /** The regimes that are enough by themselves. */
  private static Optional<Remedy.Ask> asked(List<Finding.OfCircuit> changes) {
    return changes.stream()
        .map(Finding.OfCircuit::remedy)
        .filter(Remedy.Ask.class::isInstance)
        .map(Remedy.Ask.class::cast)
        .findFirst();
  }

  private static String names(List<Integer> circuits, Verdict verdict) {
    List<Circuit> all = verdict.estimate().zkvm().circuits();
    if (circuits.size() > MOST_NAMES) {
      return circuits.size() == all.size()
          ? "all " + all.size() + " circuits"
          : circuits.size() + " of " + all.size() + " circuits";
    }
    return circuits.stream().map(i -> all.get(i).id().name()).collect(Collectors.joining(", "));
  }

  private static Stream<Remedy.Cost> allCosts(List<Finding.OfCircuit> changes) {
    return changes.stream().flatMap(change -> costs(change.remedy()).stream());
  }

  private static Optional<Remedy.Cost> costs(Remedy remedy) {
    if (remedy instanceof Remedy.Combined several) {
      return Optional.of(several.cost());
    }
    return remedy instanceof Remedy.Raise raise ? Optional.of(raise.cost()) : Optional.empty();
  }

  private static Stream<String> size(List<Finding.OfCircuit> changes) {
    return allCosts(changes)
        .filter(cost -> cost.isFinal() && !cost.from().equals(cost.to()))
        .map(RemedyWords::size);
  }

  /** Of all circuits the most. */
  private static Stream<String> costs(List<Finding.OfCircuit> changes) {
    Optional<BigDecimal> work =
        allCosts(changes)
            .filter(cost -> cost.log2Work().compareTo(cost.log2WorkNow()) > 0)
            .map(Remedy.Cost::log2Work)
            .max(Comparator.naturalOrder());
    Optional<BigDecimal> prover =
        allCosts(changes).flatMap(cost -> cost.prover().stream()).max(Comparator.naturalOrder());
    String most = changes.size() > 1 ? "up to " : "";
    return Stream.of(
            work.map(log2 -> most + RemedyWords.work(log2)),
            prover.filter(RemedyWords::isNoticeable).map(ratio -> RemedyWords.prover(most, ratio)))
        .flatMap(Optional::stream);
  }
}
