package org.soundcalc.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An enclosure [lo, hi] of a nonnegative real by two doubles, the first and fastest pass.
 *
 * <p>IEEE 754 operations round to nearest, so that the exact result lies within half an ulp: one
 * step of {@link Math#nextDown} and {@link Math#nextUp} outwards encloses it, in the subnormal
 * range too. Overflow leaves hi infinite (or NaN), underflow leaves lo zero: both are enclosures,
 * and neither decides anything.
 */
final class DoubleInterval implements Decidable<DoubleInterval> {
  /**
   * Relative slack of a base-2 logarithm computed as {@code Math.log(x) / LN2}: 1 ulp for {@link
   * Math#log} by its specification, half an ulp each for the constant and the division, and as much
   * again for the multiplication by a scale; 2^-50 is 4 ulps at least.
   */
  private static final double LOG_SLACK = 0x1p-50;

  private static final double LN2 = 0.6931471805599453;

  private static final long EXACT_LONGS = 1L << 53;

  private final double lo;
  private final double hi;

  private DoubleInterval(double lo, double hi) {
    this.lo = lo;
    this.hi = hi;
  }

  static DoubleInterval of(long value) {
    double nearest = (double) value;
    return value <= EXACT_LONGS
        ? new DoubleInterval(nearest, nearest)
        : new DoubleInterval(down(nearest), up(nearest));
  }

  static DoubleInterval enclosing(Rational value) {
    if (value.signum() < 0) {
      throw new ArithmeticException("negative: " + value);
    }
    if (value.isInteger() && value.numerator().bitLength() < Long.SIZE) {
      return of(value.numerator().longValue());
    }
    double nearest =
        new BigDecimal(value.numerator())
            .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128)
            .doubleValue();
    if (nearest < Double.POSITIVE_INFINITY && Rational.of(new BigDecimal(nearest)).equals(value)) {
      return new DoubleInterval(nearest, nearest);
    }
    // Rounded twice, to 34 digits and to a double: two steps outwards enclose the value.
    return new DoubleInterval(down(down(nearest)), up(up(nearest)));
  }

  static DoubleInterval enclosingE() {
    return new DoubleInterval(down(Math.E), up(Math.E));
  }

  private static double down(double x) {
    return x > 0 ? Math.nextDown(x) : 0;
  }

  private static double up(double x) {
    return Math.nextUp(x);
  }

  @Override
  public DoubleInterval plus(DoubleInterval y) {
    return new DoubleInterval(down(lo + y.lo), up(hi + y.hi));
  }

  @Override
  public DoubleInterval minus(DoubleInterval y) {
    if (hi < y.lo) {
      throw new ArithmeticException("negative difference");
    }
    return new DoubleInterval(down(lo - y.hi), up(hi - y.lo));
  }

  @Override
  public DoubleInterval times(DoubleInterval y) {
    return new DoubleInterval(down(lo * y.lo), up(hi * y.hi));
  }

  @Override
  public DoubleInterval over(DoubleInterval y) {
    return new DoubleInterval(down(lo / y.hi), up(hi / y.lo));
  }

  @Override
  public DoubleInterval pow(long n) {
    double low = 1;
    double high = 1;
    double lowSquare = lo;
    double highSquare = hi;
    for (long rest = n; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        low = down(low * lowSquare);
        high = up(high * highSquare);
      }
      if (rest > 1) {
        lowSquare = down(lowSquare * lowSquare);
        highSquare = up(highSquare * highSquare);
      }
    }
    return new DoubleInterval(low, high);
  }

  @Override
  public DoubleInterval timesPowerOfTwo(int exponent) {
    double low = Math.scalb(lo, exponent);
    double high = Math.scalb(hi, exponent);
    // Scaling is exact but for underflow, where it rounds.
    boolean exact = low >= Double.MIN_NORMAL && high < Double.POSITIVE_INFINITY;
    return exact ? new DoubleInterval(low, high) : new DoubleInterval(down(low), up(high));
  }

  @Override
  public DoubleInterval sqrt() {
    return new DoubleInterval(down(Math.sqrt(lo)), up(Math.sqrt(hi)));
  }

  @Override
  public DoubleInterval log2() {
    return new DoubleInterval(
        Math.max(0, Math.log(lo) / LN2 * (1 - LOG_SLACK)), Math.log(hi) / LN2 * (1 + LOG_SLACK));
  }

  @Override
  public DoubleInterval ceil() {
    return new DoubleInterval(Math.ceil(lo), Math.ceil(hi));
  }

  @Override
  public DoubleInterval max(DoubleInterval y) {
    return new DoubleInterval(Math.max(lo, y.lo), Math.max(hi, y.hi));
  }

  @Override
  public DoubleInterval min(DoubleInterval y) {
    return new DoubleInterval(Math.min(lo, y.lo), Math.min(hi, y.hi));
  }

  @Override
  public long bits(int scale) {
    if (lo >= 1) {
      return 0;
    }
    if (!isInRange()) {
      return UNDECIDED;
    }
    long most = scale == 1 ? bitsOf(lo) : scaledBitsOf(lo, scale, 1 + LOG_SLACK);
    long least = scale == 1 ? bitsOf(hi) : scaledBitsOf(hi, scale, 1 - LOG_SLACK);
    return most == least ? least : UNDECIDED;
  }

  /** ⌊-log2 x⌋ of a normal double, read off its exponent; 0 where x ≥ 1. */
  private static long bitsOf(double x) {
    int exponent = Math.getExponent(x);
    boolean powerOfTwo = x == Math.scalb(1.0, exponent);
    return Math.max(0, powerOfTwo ? -exponent : -exponent - 1);
  }

  private static long scaledBitsOf(double x, int scale, double slack) {
    return (long) Math.floor(Math.max(0, -Math.log(x) / LN2 * scale * slack));
  }

  @Override
  public Optional<BigInteger> ceiling() {
    double low = Math.ceil(lo);
    return low == Math.ceil(hi) && hi < EXACT_LONGS
        ? Optional.of(BigInteger.valueOf((long) low))
        : Optional.empty();
  }

  @Override
  public OptionalInt compare(DoubleInterval y) {
    if (hi < y.lo) {
      return OptionalInt.of(-1);
    }
    if (lo > y.hi) {
      return OptionalInt.of(1);
    }
    // two points that coincide, such as a list size of one and 1
    boolean bothExact = lo == y.hi && hi == y.lo && hi < Double.POSITIVE_INFINITY;
    return bothExact ? OptionalInt.of(0) : OptionalInt.empty();
  }

  /** Whether both bounds keep their digits: neither underflows nor overflows. */
  boolean isInRange() {
    return lo >= Double.MIN_NORMAL && hi < Double.POSITIVE_INFINITY;
  }

  /** log2 of a number within the bounds, of either sign. */
  double approximateLog2() {
    return Math.log(lo) / LN2;
  }

  /** The lower bound. */
  Rational lower() {
    return Rational.of(new BigDecimal(lo));
  }

  /** The upper bound, which must be finite. */
  Rational upper() {
    return Rational.of(new BigDecimal(hi));
  }

  /** Whether {@code value} lies within this enclosure. */
  boolean contains(Rational value) {
    boolean aboveLow = value.compareTo(Rational.of(new BigDecimal(lo))) >= 0;
    return aboveLow
        && (!(hi < Double.POSITIVE_INFINITY)
            || value.compareTo(Rational.of(new BigDecimal(hi))) <= 0);
  }

  @Override
  public String toString() {
    return "[" + lo + ", " + hi + "]";
  }
}
