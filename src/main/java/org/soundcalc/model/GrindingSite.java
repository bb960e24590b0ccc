package org.soundcalc.model;

import org.soundcalc.math.Rational;

/**
 * A place of a protocol where the prover does proof-of-work.
 *
 * @param site its name, such as {@code query phase}
 * @param bits asked for, ≥ 0
 * @param count how often a proof does it, ≥ 1
 * @param tries expected until one succeeds: the inverse of the factor on the error
 */
public record GrindingSite(String site, int bits, long count, Rational tries) {
  /**
   * {@return a site whose every try succeeds with probability 2^-{@code bits}}
   *
   * @param site its name, such as {@code query phase}
   * @param bits asked for, ≥ 0
   * @param count how often a proof does it, ≥ 1
   */
  public static GrindingSite of(String site, long bits, long count) {
    return new GrindingSite(site, (int) bits, count, Rational.powerOfTwo((int) bits));
  }

  /** {@return all tries expected of an honest prover at this site} */
  public Rational work() {
    return tries.times(Rational.of(count));
  }
}
