package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.GrindingSite;

/**
 * Proof-of-work whose bits are the low ones of a base field element: p is no multiple of 2^b, so
 * that b zero bits come up with probability (⌊p/2^b⌋ + 1)/p, a little above 2^-b.
 *
 * @param bits b, ≥ 0
 * @param factor g(b), by which errors are multiplied
 * @param formula of the factor
 */
record BiasedGrinding(int bits, Rational factor, String formula) {
  /** None. */
  static final BiasedGrinding NONE = new BiasedGrinding(0, Rational.ONE, "g(0)");

  /**
   * Proof-of-work over a base field.
   *
   * @param bits b, ≥ 0; 0 for none
   * @param prime p
   */
  static BiasedGrinding of(long bits, BigInteger prime) {
    if (bits == 0) {
      return NONE;
    }
    Rational factor = Rational.of(prime.shiftRight((int) bits).add(BigInteger.ONE), prime);
    return new BiasedGrinding(
        (int) bits, factor, "(⌊%s / 2^%d⌋ + 1) / %1$s".formatted(prime, bits));
  }

  /** As a site of {@code count} times, each of 1/g(b) tries. */
  GrindingSite site(String name, long count) {
    return new GrindingSite(name, bits, count, Rational.ONE.over(factor));
  }

  /** An error after this proof-of-work. */
  <T extends Real<T>> T ground(Numbers<T> x, T error) {
    return bits == 0 ? error : error.times(x.defined("g(" + bits + ")", formula, factor));
  }
}
