package org.soundcalc.analysis;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Regime;

/**
 * How much of a circuit's figures is proof-of-work.
 *
 * @param sites where there is any
 * @param log2Work the honest prover's expected tries, as a base-2 logarithm with two decimals,
 *     rounded up; 0 for none
 * @param without the circuit's results with every factor 1
 */
public record Grinding(List<GrindingSite> sites, BigDecimal log2Work, List<RegimeResult> without) {
  private static final int HUNDREDTHS = 100;
  private static final int DECIMALS = 2;

  /** The grinding of a circuit. */
  static Grinding of(Circuit circuit, List<Regime> regimes) {
    List<GrindingSite> sites =
        circuit.grindingSites().stream().filter(site -> site.bits() > 0).toList();
    Rational work = Rational.ZERO;
    for (GrindingSite site : sites) {
      work = work.plus(site.work());
    }
    List<RegimeResult> without =
        new Estimator(regimes).estimate(circuit.withoutGrinding()).results();
    return new Grinding(sites, log2(work), without);
  }

  /** ⌈100·log2 w⌉/100, exactly: the least h with w^100 ≤ 2^h. */
  private static BigDecimal log2(Rational work) {
    if (work.signum() == 0) {
      return BigDecimal.ZERO.setScale(DECIMALS);
    }
    BigInteger least = work.pow(HUNDREDTHS).ceil();
    return BigDecimal.valueOf(least.subtract(BigInteger.ONE).bitLength(), DECIMALS);
  }
}
