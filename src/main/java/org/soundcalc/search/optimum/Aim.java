package org.soundcalc.search.optimum;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What is wanted of a circuit.
 *
 * @param bits that it must have under one of the regimes asked for, ≥ 0
 * @param least the axis on which it is to cost least
 * @param most what it may cost on each axis that is limited
 * @param worst whether sizes count in the worst case, if not on average
 * @param hashRate bits that the hash absorbs per permutation; nothing for the usual
 */
public record Aim(
    long bits, Axis least, Map<Axis, Double> most, boolean worst, OptionalInt hashRate) {
  /**
   * The aim.
   *
   * @param bits to have, ≥ 0
   * @param least the axis to minimise
   * @param most limits
   * @param worst whether sizes count in the worst case
   * @param hashRate of the hash
   * @throws IllegalArgumentException if the bits are negative
   */
  public Aim {
    if (bits < 0) {
      throw new IllegalArgumentException("bits: " + bits);
    }
    most = Map.copyOf(most);
  }

  /**
   * {@return the same with other bits}
   *
   * @param other ≥ 0
   */
  Aim with(long other) {
    return new Aim(other, least, most, worst, hashRate);
  }

  /** {@return the same without limits} */
  Aim unlimited() {
    return new Aim(bits, least, Map.of(), worst, hashRate);
  }
}
