package org.soundcalc.regimes.dkt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Where a quartic is said to be positive it is, as exact values tell; and that is said of much. */
class QuarticTest {
  private static final int STEPS = 64;
  private static final double FAR = 100;

  /** (x − 3)²·(x² + 1) + e: no zero, or two about 3. */
  private static Quartic aboutThree(double e) {
    return new Quartic(1, -6, 10, -6, 9 + e);
  }

  @Test
  void noZeroIsPassedOver() {
    Quartic quartic = aboutThree(-1e-6);
    assertThat(quartic.positiveUpTo(0)).isBetween(0.7, 0.75);
    double x = 1;
    double next = quartic.positiveUpTo(x);
    for (int i = 0; i < STEPS && next > x; i++) {
      x = next;
      next = quartic.positiveUpTo(x);
    }
    assertThat(x).isBetween(2.99, 3 - 3e-4);
    assertThat(quartic.positiveUpTo(3)).isEqualTo(3);
    assertThat(quartic.positiveUpTo(3.01)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void fromWhereItRisesOnThereIsNoZero() {
    assertThat(aboutThree(0).positiveUpTo(4)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void whatFallsInTheEndIsNotLookedAt() {
    assertThat(new Quartic(-1, 0, 0, 0, 100).positiveUpTo(1)).isEqualTo(1);
    assertThat(new Quartic(Double.NaN, 0, 0, 0, 1).positiveUpTo(1)).isEqualTo(1);
    assertThat(new Quartic(1, 0, Double.NEGATIVE_INFINITY, 0, 1).positiveUpTo(1)).isEqualTo(1);
  }

  @Property(seed = "20261127", tries = 2000)
  void asExactValuesTell(
      @ForAll @DoubleRange(min = 0.01, max = 10) double c4,
      @ForAll @DoubleRange(min = -100, max = 100) double c3,
      @ForAll @DoubleRange(min = -1000, max = 1000) double c2,
      @ForAll @DoubleRange(min = -1000, max = 1000) double c1,
      @ForAll @DoubleRange(min = -1000, max = 1000) double c0,
      @ForAll @DoubleRange(min = 0, max = 50) double x) {
    double next = new Quartic(c4, c3, c2, c1, c0).positiveUpTo(x);
    assertThat(next).isGreaterThanOrEqualTo(x);
    double end = Math.min(next, x + FAR);
    for (int i = 0; next > x && i < STEPS; i++) {
      double between = x + (end - x) * i / STEPS;
      assertThat(exactly(between, c4, c3, c2, c1, c0)).isPositive();
    }
  }

  private static BigDecimal exactly(double x, double... coefficients) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double coefficient : coefficients) {
      sum = sum.multiply(new BigDecimal(x)).add(new BigDecimal(coefficient));
    }
    return sum;
  }
}
