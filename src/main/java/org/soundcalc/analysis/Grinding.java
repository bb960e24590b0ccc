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
    List<GrindingSite> sites = sites(circuit);
    List<RegimeResult> without =
        new Estimator(regimes).estimate(circuit.withoutGrinding()).results();
    return new Grinding(sites, log2(GrindingSite.work(sites)), without);
  }

  /**
   * {@return the honest prover's expected tries for one proof of a circuit}
   *
   * @param circuit whose {@linkplain Circuit#grindingSites sites} are summed over; 0 where it has
   *     none
   */
  public static Rational work(Circuit circuit) {
    return GrindingSite.work(circuit.grindingSites());
  }

  private static List<GrindingSite> sites(Circuit circuit) {
    return circuit.grindingSites().stream().filter(site -> site.bits() > 0).toList();
  }

  /**
   * {@return ⌈100·log2 w⌉/100, exactly: the least h with w^100 ≤ 2^h}
   *
   * @param work at least 1, or 0, which stands for 0
   */
  public static BigDecimal log2(Rational work) {
    if (work.signum() == 0) {
      return BigDecimal.ZERO.setScale(DECIMALS);
    }
    BigInteger least = work.pow(HUNDREDTHS).ceil();
    return BigDecimal.valueOf(least.subtract(BigInteger.ONE).bitLength(), DECIMALS);
  }
}
