package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import org.soundcalc.math.Rational;

/**
 * A Reed-Solomon code and an agreement with it: words of n places, each the values of a polynomial
 * of degree at most D = k − 1 at n distinct points of any field, and the number A of places that
 * count as near. Nothing is assumed of the points.
 */
public final class ReedSolomonCode {
  /**
   * The longest: beyond the domains of every field with a two-adicity below 50, and short enough
   * for m·A to be a {@code long} at every multiplicity m that is tried.
   */
  public static final long MOST_PLACES = 1L << 50;

  /** Products of two lengths up to this one are {@code long}s. */
  private static final long FEW_PLACES = 1L << 31;

  private final long length;
  private final long dimension;
  private final long agreement;

  /**
   * A code and an agreement.
   *
   * @param length n, from 1 to {@link #MOST_PLACES}
   * @param dimension k, from 1 to n
   * @param agreement A, from k to n
   * @throws IllegalArgumentException if one of them is not in its range
   */
  public ReedSolomonCode(long length, long dimension, long agreement) {
    if (dimension < 1 || agreement < dimension || length < agreement || length > MOST_PLACES) {
      throw new IllegalArgumentException(
          "1 <= k <= A <= n <= 2^50 does not hold for k = %d, A = %d, n = %d"
              .formatted(dimension, agreement, length));
    }
    this.length = length;
    this.dimension = dimension;
    this.agreement = agreement;
  }

  /** {@return n, the number of places} */
  public long length() {
    return length;
  }

  /** {@return k, the dimension} */
  public long dimension() {
    return dimension;
  }

  /** {@return A, the number of places in which a near word agrees, at least} */
  public long agreement() {
    return agreement;
  }

  /** {@return D = k − 1, the largest degree; distinct codewords agree in at most D places} */
  public long degree() {
    return dimension - 1;
  }

  /** {@return whether n·D &lt; A²: the agreement is above the Johnson bound √(nD)} */
  public boolean isAboveJohnson() {
    return isShort() ? shortExcess() > 0 : excess().signum() > 0;
  }

  /** {@return A² − nD} */
  BigInteger excess() {
    return isShort() ? BigInteger.valueOf(shortExcess()) : a().pow(2).subtract(n().multiply(d()));
  }

  /** {@return A² − nD, to the nearest double} */
  double nearExcess() {
    return isShort() ? (double) shortExcess() : excess().doubleValue();
  }

  private long shortExcess() {
    return agreement * agreement - length * degree();
  }

  /** {@return whether n² is a {@code long}} */
  boolean isShort() {
    return length <= FEW_PLACES;
  }

  /**
   * {@return whether results that divide by the factorials up to the largest degree hold: p > D}
   *
   * @param characteristic p of the field, prime
   */
  boolean isDegreeBelow(BigInteger characteristic) {
    return d().compareTo(characteristic) < 0;
  }

  /** {@return n} */
  BigInteger n() {
    return BigInteger.valueOf(length);
  }

  /** {@return D} */
  BigInteger d() {
    return BigInteger.valueOf(degree());
  }

  /** {@return A} */
  BigInteger a() {
    return BigInteger.valueOf(agreement);
  }

  /** {@return (n − D)/(A − D): how often the places beyond D of an agreement fit, at most} */
  Rational spread() {
    return Rational.of(length - degree(), agreement - degree());
  }

  /** {@return (n − D)/(A − D), nearly} */
  double nearSpread() {
    return (double) (length - degree()) / (agreement - degree());
  }
}
