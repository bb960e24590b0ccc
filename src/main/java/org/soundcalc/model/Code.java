package org.soundcalc.model;

import java.util.Optional;
import org.soundcalc.math.Rational;

/**
 * The Reed-Solomon codes of one rate over one field, of any dimension: what a regime needs to know
 * to choose its proximity parameter.
 *
 * @param field where challenges are drawn
 * @param rate ρ
 * @param gap the distance η > 0 of the proximity parameter to the Johnson radius, where it is
 *     pinned
 */
public record Code(Field field, Rate rate, Optional<Rational> gap) {
  /**
   * The codes, of any dimension.
   *
   * @param field where challenges are drawn
   * @param rate ρ
   * @param gap η
   * @throws IllegalArgumentException if the gap is not positive
   */
  public Code {
    if (gap.isPresent() && gap.get().signum() <= 0) {
      throw new IllegalArgumentException("gap " + gap.get() + " is not positive");
    }
  }

  /**
   * The length of a code.
   *
   * @param k its dimension
   * @return n = k/ρ
   */
  public Rational length(Rational k) {
    return k.times(Rational.powerOfTwo(rate.log2Inverse()));
  }
}
