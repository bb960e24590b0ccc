package org.soundcalc.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An enclosure [lo, hi] of a nonnegative real by two doubles, the first and fastest pass.
 *
 * <p>IEEE 754 operations round to nearest, so that an exact result lies within half an ulp of the
 * rounded one, x; {@link #down} and {@link #up} step from x to a bound of it. For a normal x,
 * ulp(x) ≤ 2^-52·x; so x·(1 − 2^-52) ≤ x − ulp(x), which is a double, and rounding to nearest keeps
 * the order: the step, which is one multiplication, goes at least one ulp outwards. Upwards it is
 * the same. Below the normal range, where ulp(x) is 2^-1074 and relative steps end, 0 and 2^-1022
 * are the bounds; above it, 0 and infinity. They are enclosures, and decide nothing; nor does NaN,
 * which is what 0·∞ leaves as hi, and what as lo becomes 0.
 */
final class DoubleInterval implements Decidable<DoubleInterval> {
  private static final double BELOW = 1 - 0x1p-52;
  private static final double ABOVE = 1 + 0x1p-52;

  /** How far apart, relative to them, the bounds of a sharp enclosure are at most. */
  private static final double SHARP = 0x1p-30;

  /** Euler's number. */
  static final DoubleInterval E = new DoubleInterval(down(Math.E), up(Math.E));

  private static final int DOUBLE_BITS = 53;
  private static final long EXACT_LONGS = 1L << DOUBLE_BITS;

  /** The exponent of a power of two to this power is an int. */
  private static final long MOST_EXACT_POWER = 1L << 20;

  final double lo;
  final double hi;

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
        value.isInteger()
            ? value.numerator().doubleValue()
            : new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128)
                .doubleValue();
    boolean isNormal = nearest >= Double.MIN_NORMAL && nearest < Double.POSITIVE_INFINITY;
    // A quotient is rounded twice, to 34 digits and to a double: by hardly more than half an ulp.
    return isNormal && isDouble(value)
        ? new DoubleInterval(nearest, nearest)
        : new DoubleInterval(down(nearest), up(nearest));
  }

  /**
   * Whether a number in the normal range is a double: an integer of 53 bits over a power of two.
   */
  private static boolean isDouble(Rational value) {
    BigInteger top = value.numerator();
    return value.denominator().bitCount() == 1
        && top.bitLength() - top.getLowestSetBit() <= DOUBLE_BITS;
  }

  private static double down(double x) {
    return x >= Double.MIN_NORMAL && x < Double.POSITIVE_INFINITY ? x * BELOW : 0;
  }

  private static double up(double x) {
    return x < Double.MIN_NORMAL ? Double.MIN_NORMAL : x * ABOVE;
  }

  /** The integer in this enclosure, where there is no other and doubles tell integers apart. */
  Optional<BigInteger> onlyInteger() {
    double only = Math.floor(hi);
    return only == Math.ceil(lo) && only <= EXACT_LONGS
        ? Optional.of(BigInteger.valueOf((long) only))
        : Optional.empty();
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

  /** Whether this is a power of two and nothing beside. */
  private boolean isPowerOfTwo() {
    return lo == hi && isInRange() && Log2.mantissa(lo) == 1;
  }

  /** The quotient: exactly where a power of two divides. */
  DoubleInterval shareOf(DoubleInterval whole) {
    return whole.isPowerOfTwo() ? timesPowerOfTwo(-Log2.exponent(whole.lo)) : over(whole);
  }

  @Override
  public DoubleInterval over(DoubleInterval y) {
    return new DoubleInterval(down(lo / y.hi), up(hi / y.lo));
  }

  @Override
  public DoubleInterval pow(long n) {
    Exponents.requireNonNegative(n);
    if (isPowerOfTwo() && n <= MOST_EXACT_POWER) {
      return of(1).timesPowerOfTwo((int) n * Log2.exponent(lo));
    }
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

  /** Exact but where it leaves the normal range; a product of 2^-1022 may be one rounded up. */
  @Override
  public DoubleInterval timesPowerOfTwo(int exponent) {
    int near = Math.max(Double.MIN_EXPONENT, Math.min(Double.MAX_EXPONENT, exponent));
    double low = lo * Log2.powerOfTwo(near);
    double high = hi * Log2.powerOfTwo(near);
    if (near == exponent && low > Double.MIN_NORMAL && high < Double.POSITIVE_INFINITY) {
      return new DoubleInterval(low, high);
    }
    return new DoubleInterval(
        exponent < near ? 0 : down(low), exponent > near ? Double.POSITIVE_INFINITY : up(high));
  }

  @Override
  public DoubleInterval sqrt() {
    return new DoubleInterval(down(Math.sqrt(lo)), up(Math.sqrt(hi)));
  }

  @Override
  public DoubleInterval log2() {
    return new DoubleInterval(
        Math.max(0, Log2.of(lo) * (1 - Log2.ERROR)), Log2.of(hi) * (1 + Log2.ERROR));
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
    long most = scale == 1 ? bitsOf(lo) : bitsOf(lo, scale, 1 + Log2.ERROR);
    long least = scale == 1 ? bitsOf(hi) : bitsOf(hi, scale, 1 - Log2.ERROR);
    if (most == least) {
      return least;
    }
    return isPowerOfTwo() ? exactBits(scale) : UNDECIDED;
  }

  /** {@return -log2 x of a power of two x below 1, in parts of a bit} */
  private long exactBits(int scale) {
    return -Log2.exponent(lo) * (long) scale;
  }

  @Override
  public Optional<Boolean> leaves(long bits, int scale) {
    if (lo >= 1) {
      return Optional.of(false);
    }
    if (!isInRange()) {
      return Optional.empty();
    }
    if (bitsOf(hi, scale, 1 - Log2.ERROR) >= bits) {
      return Optional.of(true);
    }
    if (bitsOf(lo, scale, 1 + Log2.ERROR) < bits) {
      return Optional.of(false);
    }
    return isPowerOfTwo() ? Optional.of(exactBits(scale) >= bits) : Optional.empty();
  }

  /** ⌊-log2 x⌋ of a normal double, read off its exponent; 0 where x ≥ 1. */
  private static long bitsOf(double x) {
    int exponent = Log2.exponent(x);
    return Math.max(0, Log2.mantissa(x) == 1 ? -exponent : -exponent - 1);
  }

  private static long bitsOf(double x, int scale, double slack) {
    return (long) Math.max(0, -Log2.of(x) * scale * slack);
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

  /** Whether the bounds agree to nine digits: nothing underflowed, overflowed or cancelled. */
  boolean isSharp() {
    return isInRange() && hi - lo <= SHARP * lo;
  }

  /** log2 of a number within the bounds, of either sign. */
  double approximateLog2() {
    return Log2.of(lo);
  }

  @Override
  public String toString() {
    return "[" + lo + ", " + hi + "]";
  }
}
