package org.soundcalc.io.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.gate.Remedy;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;

/** Remedies in words: the options that apply them, and what they cost. */
final class RemedyWords {
  /** Of less more nobody needs to hear. */
  private static final BigDecimal NOTICEABLE = new BigDecimal("1.05");

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

  /** What it does to the size, to the proof-of-work and to the prover's hashing, if anything. */
  private static String cost(Remedy.Cost cost) {
    List<String> parts = new ArrayList<>();
    if (!cost.from().equals(cost.to())) {
      parts.add(size(cost) + (cost.breaksLimit() ? ", above the limit" : ""));
    }
    if (cost.log2Work().compareTo(cost.log2WorkNow()) > 0) {
      parts.add(work(cost.log2Work()));
    }
    cost.prover()
        .filter(RemedyWords::isNoticeable)
        .ifPresent(ratio -> parts.add(prover("", ratio)));
    return String.join(", ", parts);
  }

  /** The proof before and after. */
  static String size(Remedy.Cost cost) {
    return "%s proof %d → %d KiB%s"
        .formatted(
            cost.isFinal() ? "final" : "its",
            ProofSize.kib(cost.measure().of(cost.from())),
            ProofSize.kib(cost.measure().of(cost.to())),
            cost.measure() == SizeLimit.Measure.WORST ? "" : " expected");
  }

  /** The proof-of-work after. */
  static String work(BigDecimal log2) {
    return "2^" + log2.stripTrailingZeros().toPlainString() + " hashes of proof-of-work";
  }

  /** Whether anybody needs to hear of a ratio to what the prover hashes today. */
  static boolean isNoticeable(BigDecimal ratio) {
    return ratio.compareTo(NOTICEABLE) >= 0;
  }

  /** What the prover hashes after, against today; of many times no hundredths. */
  static String prover(String most, BigDecimal ratio) {
    int decimals = ratio.compareTo(BigDecimal.TEN) < 0 ? ratio.scale() : 0;
    return "prover's hashing " + most + "x" + ratio.setScale(decimals, RoundingMode.CEILING);
  }
}
