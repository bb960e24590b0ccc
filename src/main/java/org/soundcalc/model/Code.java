package org.soundcalc.model;

import java.util.Optional;
import org.soundcalc.math.Rational;

/**
 * The Reed-Solomon codes of one rate over one field, of any dimension: what a regime needs to know
 * to choose its proximity parameter.
 *
 * @param field where challenges are drawn
 * @param rate ρ
 * @param gap the distance η of the proximity parameter to the Johnson radius, where it is pinned
 */
public record Code(Field field, Rate rate, Optional<Rational> gap) {
  /** The length n = k/ρ of the code of dimension {@code k}. */
  public Rational length(Rational k) {
    return k.times(Rational.powerOfTwo(rate.log2Inverse()));
  }
}
