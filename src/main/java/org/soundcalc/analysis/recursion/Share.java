package org.soundcalc.analysis.recursion;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;

/**
 * A circuit's share of the whole error, in hundredths plus a half: what {@link #rounded} rounds.
 *
 * @param part the error of the circuit's proofs
 * @param whole the error of the tree
 */
record Share(Formula part, Shared whole) implements Formula {
  private static final int DECIMALS = 2;
  private static final Rational HUNDRED = Rational.of(100);

  /**
   * Half a hundredth more than nothing: so that equal circuits, whose shares are fractions such as
   * 1/8, need no exact arithmetic to be told from it.
   */
  private static final Rational HALF =
      Rational.of(1, 2).plus(Rational.of(BigInteger.ONE, BigInteger.TEN.pow(30)));

  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T share = part.evaluate(x).over(x.of(whole));
    return share.times(x.of(HUNDRED)).plus(x.of(HALF));
  }

  /** To the nearest hundredth; a half, and what is less than 10^-30 below it, upwards. */
  BigDecimal rounded() {
    BigInteger hundredths = Certified.ceil(this).subtract(BigInteger.ONE);
    return new BigDecimal(hundredths, DECIMALS);
  }
}
