package org.soundcalc.model;

import java.util.List;
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

  /**
   * {@return all tries expected of an honest prover; those of sites without bits are none}
   *
   * @param sites of one proof
   */
  public static Rational work(List<GrindingSite> sites) {
    Rational work = Rational.ZERO;
    for (GrindingSite site : sites) {
      work = site.bits > 0 ? work.plus(site.work()) : work;
    }
    return work;
  }
}
