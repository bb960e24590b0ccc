package org.soundcalc.model;

import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * The rate ρ = k/n of a Reed-Solomon code: a power of two between 0 and 1, exclusive.
 *
 * @param log2Inverse log2(1/ρ), ≥ 1
 * @param value ρ, exactly
 */
public record Rate(int log2Inverse, Rational value) {
  /**
   * The rate.
   *
   * @param log2Inverse log2(1/ρ)
   * @param value ρ
   * @throws IllegalArgumentException if ρ is not in (0, 1), or not the stated power of two
   */
  public Rate {
    if (log2Inverse < 1 || !value.equals(Rational.powerOfTwo(-log2Inverse))) {
      throw new IllegalArgumentException("not a rate: 2^-" + log2Inverse);
    }
  }

  /**
   * The rate 2^-{@code log2Inverse}.
   *
   * @param log2Inverse log2(1/ρ), ≥ 1
   * @return the rate
   * @throws IllegalArgumentException if {@code log2Inverse} is less than 1
   */
  public static Rate ofLog2Inverse(int log2Inverse) {
    return new Rate(log2Inverse, Rational.powerOfTwo(-log2Inverse));
  }

  /** {@return ρ/2} */
  public Rate halved() {
    return ofLog2Inverse(log2Inverse + 1);
  }

  /**
   * The rate in a formula.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @return ρ
   */
  public <T extends Real<T>> T rho(Numbers<T> x) {
    return x.named("ρ", value);
  }

  /**
   * The root of the rate in a formula.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @return √ρ, the agreement at the Johnson radius
   */
  public <T extends Real<T>> T sqrt(Numbers<T> x) {
    return rho(x).sqrt();
  }
}
