package org.soundcalc.model;

import java.util.Objects;
import java.util.Optional;
import org.soundcalc.math.Rational;

/**
 * A Reed-Solomon code, and with it the codes of the same rate and smaller dimension that its words
 * fold to: what a regime needs to know to choose its proximity parameter.
 *
 * @param field where challenges are drawn
 * @param rate ρ
 * @param logDimension log2 of its dimension k, ≥ 0
 * @param gap the distance η > 0 of the proximity parameter to the Johnson radius, where it is
 *     pinned
 */
public record Code(Field field, Rate rate, int logDimension, Optional<Rational> gap) {
  /**
   * The code.
   *
   * @param field where challenges are drawn
   * @param rate ρ
   * @param logDimension log2 of its dimension, ≥ 0
   * @param gap η
   * @throws IllegalArgumentException if the gap is not positive, or the dimension below 1
   */
  public Code {
    if (logDimension < 0) {
      throw new IllegalArgumentException("dimension 2^" + logDimension + " is below 1");
    }
    if (gap.isPresent() && gap.get().signum() <= 0) {
      throw new IllegalArgumentException("gap " + gap.get() + " is not positive");
    }
  }

  /**
   * The length of a code of this rate.
   *
   * @param k its dimension
   * @return n = k/ρ
   */
  public Rational length(Rational k) {
    return k.times(Rational.powerOfTwo(rate.log2Inverse()));
  }

  /** Said out: every estimate asks, and what Java makes for a record is made at run time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Code code
        && field.equals(code.field)
        && rate.log2Inverse() == code.rate.log2Inverse()
        && logDimension == code.logDimension
        && gap.equals(code.gap);
  }

  @Override
  public int hashCode() {
    return Objects.hash(field, rate.log2Inverse(), logDimension, gap);
  }
}
