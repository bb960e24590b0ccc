package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.Remedy;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.analysis.gate.Verdict;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Sizes;

/**
 * The command that looks for the configuration that costs least, where a gate names the least
 * change.
 */
final class FurtherSearch {
  private static final List<String> USUAL_REGIMES = List.of("UDR", "JBR");

  private FurtherSearch() {}

  /** Nothing where one parameter is enough, or the zkVM comes from standard input. */
  static Optional<String> command(CheckedZkvm zkvm, EstimateCaveats provisos) {
    boolean hasFile = !zkvm.source().startsWith("<");
    return hasFile && zkvm.verdict().findings().stream().anyMatch(FurtherSearch::isOfUse)
        ? Optional.of(
            "soundcalc optimize "
                + String.join(" ", options(zkvm.verdict(), provisos))
                + " "
                + SettingWords.quoted(zkvm.source()))
        : Optional.empty();
  }

  private static boolean isOfUse(Finding finding) {
    return (finding instanceof Finding.Size size && !size.passed())
        || (finding instanceof Finding.Bits bits
            && bits.shortfalls().stream()
                .anyMatch(
                    lack -> lack.remedies().stream().allMatch(Remedy.Combined.class::isInstance)));
  }

  private static List<String> options(Verdict verdict, EstimateCaveats provisos) {
    List<String> options = new ArrayList<>();
    long bits = of(verdict, Finding.Bits.class).findFirst().orElseThrow().required();
    Optional<SizeLimit> limit =
        of(verdict, Finding.Size.class).map(Finding.Size::limit).findFirst();
    boolean isWorst = limit.filter(l -> l.measure() == SizeLimit.Measure.EXPECTED).isEmpty();
    Optional<Milestone> milestone =
        Stream.of(Milestone.values())
            .filter(any -> any.bits() == bits)
            .filter(any -> limit.filter(l -> l.equals(any.size(l.measure()))).isPresent())
            .findFirst();
    if (milestone.isPresent()) {
      options.add("--milestone " + milestone.get().word());
    } else {
      options.add("--min-bits " + bits);
      limit.ifPresent(l -> options.add("--max-proof-size " + SettingWords.quoted(l.text())));
    }
    options.addAll(isWorst ? List.of() : List.of("--proof-size expected"));
    List<Regime> regimes =
        changes(verdict)
            .flatMap(change -> change.ask().stream())
            .map(Remedy.Ask::instead)
            .findFirst()
            .orElseGet(verdict.estimate()::regimes)
            .stream()
            .filter(Regime::isProven)
            .toList();
    List<String> names = regimes.stream().map(Regime::name).toList();
    if (!names.isEmpty() && !names.equals(USUAL_REGIMES)) {
      options.add("--regimes " + RemedyWords.regimes(regimes));
    }
    if (provisos.bounds() != BoundSet.MAY_2026) {
      options.add("--bounds " + provisos.bounds().word());
    }
    if (provisos.accounting() == Accounting.STRICT) {
      options.add("--accounting " + Accounting.STRICT.word());
    }
    if (provisos.sizes() == Sizes.SENT) {
      options.add("--sizes " + Sizes.SENT.word());
    }
    provisos.settings().forEach(set -> options.add("--set " + SettingWords.quoted(set)));
    return options;
  }

  /** Those of several parameters, which may ask for other regimes. */
  private static Stream<Remedy.Combined> changes(Verdict verdict) {
    Stream<Remedy> ofBits =
        of(verdict, Finding.Bits.class)
            .flatMap(bits -> bits.shortfalls().stream())
            .flatMap(
                lack ->
                    Stream.concat(
                        lack.remedies().stream(),
                        lack.within().stream().flatMap(within -> within.remedy().stream())));
    Stream<Remedy> ofSize =
        of(verdict, Finding.Size.class)
            .flatMap(size -> size.remedies().stream())
            .flatMap(remedy -> remedy.remedy().stream());
    return Stream.concat(ofBits, ofSize)
        .filter(Remedy.Combined.class::isInstance)
        .map(Remedy.Combined.class::cast);
  }

  private static <T extends Finding> Stream<T> of(Verdict verdict, Class<T> kind) {
    return verdict.findings().stream().filter(kind::isInstance).map(kind::cast);
  }
}
