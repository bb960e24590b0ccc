package org.soundcalc.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An enclosure [lo, hi] of a nonnegative real by two decimals of a fixed number of significant
 * digits, every operation rounded outwards. A result that fits into the digits is exact.
 */
final class DecimalInterval implements Decidable<DecimalInterval> {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final double LOG2_OF_10 = Math.log(10) / Math.log(2);

  /** From this many decimal places on, bits are counted by a logarithm. */
  private static final long FAR_DIGITS = 20_000;

  private final BigDecimal lo;
  private final BigDecimal hi;
  private final MathContext down;
  private final MathContext up;

  private DecimalInterval(BigDecimal lo, BigDecimal hi, MathContext down, MathContext up) {
    this.lo = lo;
    this.hi = hi;
    this.down = down;
    this.up = up;
  }

  static DecimalInterval enclosing(Rational value, int digits) {
    if (value.signum() < 0) {
      throw new ArithmeticException("negative: " + value);
    }
    MathContext down = new MathContext(digits, RoundingMode.FLOOR);
    MathContext up = new MathContext(digits, RoundingMode.CEILING);
    BigDecimal numerator = new BigDecimal(value.numerator());
    BigDecimal denominator = new BigDecimal(value.denominator());
    return new DecimalInterval(
        numerator.divide(denominator, down), numerator.divide(denominator, up), down, up);
  }

  /** Euler's number: Σ 1/i! up to i = n, whose remainder lies between 0 and 1/n!. */
  static DecimalInterval enclosingE(int digits) {
    Rational sum = Rational.ONE;
    Rational term = Rational.ONE;
    BigInteger enough = BigInteger.TEN.pow(digits);
    for (int i = 1; term.denominator().compareTo(enough) < 0; i++) {
      term = term.over(Rational.of(i));
      sum = sum.plus(term);
    }
    return enclosing(sum, digits).to(enclosing(sum.plus(term), digits));
  }

  private DecimalInterval to(DecimalInterval y) {
    return with(lo, y.hi);
  }

  private DecimalInterval with(BigDecimal low, BigDecimal high) {
    return new DecimalInterval(low, high, down, up);
  }

  @Override
  public DecimalInterval plus(DecimalInterval y) {
    return with(lo.add(y.lo, down), hi.add(y.hi, up));
  }

  @Override
  public DecimalInterval minus(DecimalInterval y) {
    if (hi.compareTo(y.lo) < 0) {
      throw new ArithmeticException("negative difference");
    }
    return with(lo.subtract(y.hi, down).max(BigDecimal.ZERO), hi.subtract(y.lo, up));
  }

  @Override
  public DecimalInterval times(DecimalInterval y) {
    return with(lo.multiply(y.lo, down), hi.multiply(y.hi, up));
  }

  @Override
  public DecimalInterval over(DecimalInterval y) {
    if (y.lo.signum() == 0) {
      throw new UndecidedException("division by what may be zero");
    }
    return with(lo.divide(y.hi, down), hi.divide(y.lo, up));
  }

  @Override
  public DecimalInterval pow(long n) {
    return with(pow(lo, n, down), pow(hi, n, up));
  }

  private static BigDecimal pow(BigDecimal base, long n, MathContext rounding) {
    BigDecimal result = BigDecimal.ONE;
    BigDecimal square = base;
    for (long rest = n; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = result.multiply(square, rounding);
      }
      if (rest > 1) {
        square = square.multiply(square, rounding);
      }
    }
    return result;
  }

  @Override
  public DecimalInterval timesPowerOfTwo(int exponent) {
    BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(exponent)));
    return exponent >= 0
        ? with(lo.multiply(power, down), hi.multiply(power, up))
        : with(lo.divide(power, down), hi.divide(power, up));
  }

  @Override
  public DecimalInterval sqrt() {
    return with(sqrt(lo, down), sqrt(hi, up));
  }

  /** Directed square root through the integer one: lo and hi scaled by an even power of ten. */
  private static BigDecimal sqrt(BigDecimal x, MathContext rounding) {
    int wanted = 2 * rounding.getPrecision() + 2;
    int shift = Math.max(0, wanted - x.precision()) + x.scale();
    int even = shift + Math.floorMod(shift, 2);
    BigInteger scaled = x.movePointRight(even).toBigInteger();
    BigInteger root = scaled.sqrt();
    boolean exact = new BigDecimal(root.multiply(root)).compareTo(x.movePointRight(even)) == 0;
    boolean roundUp = rounding.getRoundingMode() == RoundingMode.CEILING && !exact;
    BigInteger directed = roundUp ? root.add(BigInteger.ONE) : root;
    return new BigDecimal(directed, even / 2).round(rounding);
  }

  @Override
  public DecimalInterval log2() {
    return with(log2(lo, down), log2(hi, up));
  }

  /**
   * The binary logarithm bit by bit: halving x while it is at least 2 gives the integer part, and
   * each squaring of a number in [1, 2) shows the next bit. Directed rounding of the squares only
   * ever errs to its own side; what is left after the last bit is at most one unit of it.
   */
  private static BigDecimal log2(BigDecimal x, MathContext rounding) {
    boolean upwards = rounding.getRoundingMode() == RoundingMode.CEILING;
    if (x.compareTo(BigDecimal.ONE) <= 0) {
      return BigDecimal.ZERO;
    }
    int guard = rounding.getPrecision() + 10;
    MathContext inner = new MathContext(2 * guard, rounding.getRoundingMode());
    BigInteger whole = x.toBigInteger();
    int integerPart = whole.bitLength() - 1;
    BigDecimal rest = x.divide(new BigDecimal(BigInteger.ONE.shiftLeft(integerPart)), inner);
    int fractionBits = (int) Math.ceil(guard * LOG2_OF_10);
    BigInteger fraction = BigInteger.ZERO;
    for (int i = 0; i < fractionBits; i++) {
      fraction = fraction.shiftLeft(1);
      rest = rest.multiply(rest, inner);
      if (rest.compareTo(TWO) >= 0) {
        rest = rest.divide(TWO, inner);
        fraction = fraction.add(BigInteger.ONE);
      }
    }
    boolean exact = rest.compareTo(BigDecimal.ONE) == 0;
    BigInteger directed = upwards && !exact ? fraction.add(BigInteger.ONE) : fraction;
    return new BigDecimal(directed)
        .divide(new BigDecimal(BigInteger.ONE.shiftLeft(fractionBits)), rounding)
        .add(BigDecimal.valueOf(integerPart), rounding);
  }

  @Override
  public DecimalInterval ceil() {
    return with(ceil(lo).round(down), ceil(hi).round(up));
  }

  @Override
  public DecimalInterval max(DecimalInterval y) {
    return with(lo.max(y.lo), hi.max(y.hi));
  }

  @Override
  public DecimalInterval min(DecimalInterval y) {
    return with(lo.min(y.lo), hi.min(y.hi));
  }

  @Override
  public long bits(int scale) {
    if (lo.compareTo(BigDecimal.ONE) >= 0) {
      return 0;
    }
    if (lo.signum() == 0) {
      return UNDECIDED;
    }
    return (long) lo.scale() * scale > FAR_DIGITS ? bitsByLogarithm(scale) : bitsByPower(scale);
  }

  private long bitsByPower(int scale) {
    DecimalInterval power = pow(scale);
    long most = bitsOf(power.lo);
    return most == bitsOf(power.hi) ? most : UNDECIDED;
  }

  /** Comparing with a power of two of millions of bits would take seconds; a logarithm does not. */
  private long bitsByLogarithm(int scale) {
    BigDecimal factor = BigDecimal.valueOf(scale);
    BigInteger most = minusLog2(lo, up).multiply(factor).toBigInteger();
    BigInteger least = minusLog2(hi, down).max(BigDecimal.ZERO).multiply(factor).toBigInteger();
    return most.equals(least) ? least.longValueExact() : UNDECIDED;
  }

  /** A bound of -log2 x for x = u·10^-s with a long integer u: s·log2(10) − log2(u). */
  private BigDecimal minusLog2(BigDecimal x, MathContext rounding) {
    BigDecimal powerOfTen = log2(BigDecimal.TEN, rounding).multiply(BigDecimal.valueOf(x.scale()));
    MathContext opposite = rounding.equals(up) ? down : up;
    return powerOfTen.subtract(log2(new BigDecimal(x.unscaledValue()), opposite), rounding);
  }

  /** ⌊-log2 x⌋ exactly, 0 where x ≥ 1: a guess from the size of the digits, then corrected. */
  private static long bitsOf(BigDecimal x) {
    if (x.compareTo(BigDecimal.ONE) >= 0) {
      return 0;
    }
    double guess = x.scale() * LOG2_OF_10 - x.unscaledValue().bitLength();
    int bits = (int) Math.max(0, Math.floor(guess) - 1);
    while (atMostPowerOfHalf(x, bits + 1)) {
      bits++;
    }
    while (bits > 0 && !atMostPowerOfHalf(x, bits)) {
      bits--;
    }
    return bits;
  }

  private static boolean atMostPowerOfHalf(BigDecimal x, int bits) {
    return x.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(bits))).compareTo(BigDecimal.ONE)
        <= 0;
  }

  @Override
  public Optional<BigInteger> ceiling() {
    BigInteger low = ceil(lo).toBigInteger();
    return low.equals(ceil(hi).toBigInteger()) ? Optional.of(low) : Optional.empty();
  }

  /** Writing a tiny number out to its last place would take longer than all else. */
  private static BigDecimal ceil(BigDecimal x) {
    boolean tiny = x.signum() > 0 && x.compareTo(BigDecimal.ONE) <= 0;
    return tiny ? BigDecimal.ONE : x.setScale(0, RoundingMode.CEILING);
  }

  @Override
  public OptionalInt compare(DecimalInterval y) {
    if (hi.compareTo(y.lo) < 0) {
      return OptionalInt.of(-1);
    }
    if (lo.compareTo(y.hi) > 0) {
      return OptionalInt.of(1);
    }
    boolean bothExact = lo.compareTo(hi) == 0 && y.lo.compareTo(y.hi) == 0;
    return bothExact ? OptionalInt.of(0) : OptionalInt.empty();
  }

  /** log2 of a number within the bounds, of either sign. */
  double approximateLog2() {
    return Math.log(lo.unscaledValue().doubleValue()) / Math.log(2) - lo.scale() * LOG2_OF_10;
  }

  /** A decimal between the bounds, for a reader. */
  BigDecimal approximation() {
    return lo;
  }

  /** The lower bound. */
  Rational lower() {
    return Rational.of(lo);
  }

  /** The upper bound. */
  Rational upper() {
    return Rational.of(hi);
  }

  /** Whether {@code value} lies within this enclosure. */
  boolean contains(Rational value) {
    return value.compareTo(Rational.of(lo)) >= 0 && value.compareTo(Rational.of(hi)) <= 0;
  }

  @Override
  public String toString() {
    return "[" + lo + ", " + hi + "]";
  }
}
