package org.soundcalc.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;

/**
 * An exact rational number of either sign, in lowest terms. TOML decimals, rates, lengths and field
 * sizes are such numbers: 0.005 is 1/200, never the nearest double.
 */
public final class Rational extends KeptEnclosures implements Comparable<Rational> {
  /** Zero. */
  public static final Rational ZERO = of(0);

  /** One. */
  public static final Rational ONE = of(1);

  /** Powers of two up to this exponent, of either sign, are kept: most dimensions and lengths. */
  private static final int KEPT_EXPONENT = 128;

  /** Made at first use; a race makes the same value twice. */
  private static final Rational[] POWERS_OF_TWO = new Rational[2 * KEPT_EXPONENT + 1];

  /** Roots of integers of so many bits are below 2^52. */
  private static final int SMALL_SQUARE_BITS = 104;

  private final BigInteger numerator;
  private final BigInteger denominator;

  private Rational(BigInteger numerator, BigInteger denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /**
   * An integer.
   *
   * @param value of either sign
   * @return the number
   */
  public static Rational of(long value) {
    return of(BigInteger.valueOf(value));
  }

  /**
   * An integer of any size.
   *
   * @param value of either sign
   * @return the number
   */
  public static Rational of(BigInteger value) {
    return new Rational(value, BigInteger.ONE);
  }

  /**
   * A decimal, exactly.
   *
   * @param value of either sign
   * @return the number
   */
  public static Rational of(BigDecimal value) {
    return value.scale() > 0
        ? of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
        : of(value.toBigIntegerExact());
  }

  /**
   * The quotient of two integers.
   *
   * @param numerator of either sign
   * @param denominator of either sign, not 0
   * @return numerator/denominator
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational of(BigInteger numerator, BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    if (denominator.equals(BigInteger.ONE)) {
      return of(numerator);
    }
    if (denominator.signum() > 0 && denominator.getLowestSetBit() == denominator.bitLength() - 1) {
      return dyadic(numerator, denominator.bitLength() - 1);
    }
    BigInteger divisor = numerator.gcd(denominator);
    BigInteger signed = denominator.signum() < 0 ? divisor.negate() : divisor;
    return new Rational(numerator.divide(signed), denominator.divide(signed));
  }

  /** numerator/2^exponent: a common divisor is a power of two, and seen at once. */
  private static Rational dyadic(BigInteger numerator, int exponent) {
    int common =
        numerator.signum() == 0 ? exponent : Math.min(exponent, numerator.getLowestSetBit());
    return new Rational(numerator.shiftRight(common), BigInteger.ONE.shiftLeft(exponent - common));
  }

  /**
   * The quotient of two integers.
   *
   * @param numerator of either sign
   * @param denominator of either sign, not 0
   * @return numerator/denominator
   * @throws ArithmeticException if the denominator is zero
   */
  public static Rational of(long numerator, long denominator) {
    return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /**
   * A power of two.
   *
   * @param exponent of either sign
   * @return 2^exponent
   */
  public static Rational powerOfTwo(int exponent) {
    if (Math.abs((long) exponent) > KEPT_EXPONENT) {
      return newPowerOfTwo(exponent);
    }
    int index = KEPT_EXPONENT + exponent;
    Rational known = POWERS_OF_TWO[index];
    if (known == null) {
      known = newPowerOfTwo(exponent);
      POWERS_OF_TWO[index] = known;
    }
    return known;
  }

  private static Rational newPowerOfTwo(int exponent) {
    BigInteger power = BigInteger.ONE.shiftLeft(Math.abs(exponent));
    return exponent >= 0 ? of(power) : new Rational(BigInteger.ONE, power);
  }

  /** {@return the numerator, in lowest terms} */
  public BigInteger numerator() {
    return numerator;
  }

  /** {@return the denominator, in lowest terms, ≥ 1} */
  public BigInteger denominator() {
    return denominator;
  }

  /**
   * The sum of this and another.
   *
   * @param y the other
   * @return this + {@code y}
   */
  public Rational plus(Rational y) {
    return of(
        numerator.multiply(y.denominator).add(y.numerator.multiply(denominator)),
        denominator.multiply(y.denominator));
  }

  /**
   * The difference of this and another.
   *
   * @param y the other
   * @return this − {@code y}
   */
  public Rational minus(Rational y) {
    return plus(new Rational(y.numerator.negate(), y.denominator));
  }

  /**
   * The product of this and another.
   *
   * @param y the other
   * @return this · {@code y}
   */
  public Rational times(Rational y) {
    return of(numerator.multiply(y.numerator), denominator.multiply(y.denominator));
  }

  /**
   * The quotient of this and another.
   *
   * @param y the other, not 0
   * @return this / {@code y}
   * @throws ArithmeticException if {@code y} is zero
   */
  public Rational over(Rational y) {
    return of(numerator.multiply(y.denominator), denominator.multiply(y.numerator));
  }

  /**
   * A power of this.
   *
   * @param n the exponent, ≥ 0; the power 0 is 1
   * @return this^{@code n}
   * @throws ArithmeticException if the exponent is negative
   */
  public Rational pow(int n) {
    return new Rational(numerator.pow(n), denominator.pow(n));
  }

  /** {@return -1, 0 or 1 as this is negative, zero or positive} */
  public int signum() {
    return numerator.signum();
  }

  /** {@return whether this is an integer} */
  public boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  /** {@return the largest integer not above this} */
  public BigInteger floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** {@return the least integer not below this} */
  public BigInteger ceil() {
    if (isInteger()) {
      return numerator;
    }
    return new Rational(numerator.negate(), denominator).floor().negate();
  }

  /** {@return the least integer whose square is not below this, which must not be negative} */
  public BigInteger ceilSqrt() {
    BigInteger target = ceil();
    boolean isSmall = target.signum() >= 0 && target.bitLength() <= SMALL_SQUARE_BITS;
    BigInteger root = isSmall ? nearSqrt(target) : target.sqrt();
    while (square(root).compareTo(target) < 0) {
      root = root.add(BigInteger.ONE);
    }
    while (root.signum() > 0 && square(root.subtract(BigInteger.ONE)).compareTo(target) >= 0) {
      root = root.subtract(BigInteger.ONE);
    }
    return root;
  }

  /** An integer less than two from the root, of which a double holds the part before its point. */
  private static BigInteger nearSqrt(BigInteger target) {
    return BigInteger.valueOf((long) Math.sqrt(target.doubleValue()));
  }

  private static BigInteger square(BigInteger root) {
    return root.multiply(root);
  }

  @Override
  public int compareTo(Rational y) {
    return numerator.multiply(y.denominator).compareTo(y.numerator.multiply(denominator));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rational y
        && numerator.equals(y.numerator)
        && denominator.equals(y.denominator);
  }

  @Override
  public int hashCode() {
    return Objects.hash(numerator, denominator);
  }

  /** The shortest exact text: an integer, a finite decimal, or a quotient. */
  @Override
  public String toString() {
    if (isInteger()) {
      return numerator.toString();
    }
    BigInteger odd = denominator.shiftRight(denominator.getLowestSetBit());
    BigInteger five = BigInteger.valueOf(5);
    while (odd.mod(five).signum() == 0) {
      odd = odd.divide(five);
    }
    return odd.equals(BigInteger.ONE)
        ? new BigDecimal(numerator).divide(new BigDecimal(denominator)).toPlainString()
        : numerator + "/" + denominator;
  }

  @Override
  DoubleInterval enclose() {
    return DoubleInterval.enclosing(this);
  }

  @Override
  DecimalInterval enclose(DecimalNumbers x) {
    return x.enclosing(this);
  }
}
