package org.soundcalc.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An enclosure [lo, hi] of a nonnegative real by two decimals of a limited number of significant
 * digits, every operation rounded outwards. A result that fits into the digits is exact.
 */
final class DecimalInterval implements Decidable<DecimalInterval> {
  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final double LOG2_OF_10 = 3.321928094887362;

  /** From this many zeros after the point on, bits are counted by a logarithm. */
  private static final long FAR_DIGITS = 1_500;

  /** With powers of two of so many bits numbers are compared to all their digits. */
  private static final long MOST_EDGE_BITS = 50_000;

  /** A power of two of so few bits is compared with sooner than bits are counted. */
  private static final long FEW_EDGE_BITS = 1_000;

  /** Bits of the fixed point beyond those of a logarithm: each squaring doubles an error. */
  private static final int GUARD_BITS = 32;

  final BigDecimal lo;
  final BigDecimal hi;
  final DecimalNumbers numbers;

  DecimalInterval(BigDecimal lo, BigDecimal hi, DecimalNumbers numbers) {
    this.lo = lo;
    this.hi = hi;
    this.numbers = numbers;
  }

  /** From the lower bound of this to the upper one of {@code y}. */
  DecimalInterval to(DecimalInterval y) {
    return with(lo, y.hi);
  }

  private DecimalInterval with(BigDecimal low, BigDecimal high) {
    return new DecimalInterval(low, high, numbers);
  }

  @Override
  public DecimalInterval plus(DecimalInterval y) {
    return with(lo.add(y.lo, numbers.sumDown), hi.add(y.hi, numbers.sumUp));
  }

  @Override
  public DecimalInterval minus(DecimalInterval y) {
    if (hi.compareTo(y.lo) < 0) {
      throw new ArithmeticException("negative difference");
    }
    return with(
        lo.subtract(y.hi, numbers.sumDown).max(BigDecimal.ZERO), hi.subtract(y.lo, numbers.sumUp));
  }

  @Override
  public DecimalInterval times(DecimalInterval y) {
    return with(lo.multiply(y.lo, numbers.sumDown), hi.multiply(y.hi, numbers.sumUp));
  }

  @Override
  public DecimalInterval over(DecimalInterval y) {
    if (y.lo.signum() == 0) {
      throw new UndecidedException("division by what may be zero");
    }
    return with(lo.divide(y.hi, numbers.down), hi.divide(y.lo, numbers.up));
  }

  @Override
  public DecimalInterval pow(long n) {
    Exponents.requireNonNegative(n);
    return with(pow(lo, n, numbers.sumDown), pow(hi, n, numbers.sumUp));
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
    BigDecimal power = powerOfTwo(exponent);
    return with(lo.multiply(power, numbers.sumDown), hi.multiply(power, numbers.sumUp));
  }

  /** 2^{@code exponent}, of which 5^n/10^n are the decimals where the exponent is -n. */
  private static BigDecimal powerOfTwo(int exponent) {
    return exponent >= 0
        ? new BigDecimal(BigInteger.ONE.shiftLeft(exponent))
        : new BigDecimal(FIVE.pow(-exponent), -exponent);
  }

  @Override
  public DecimalInterval sqrt() {
    return with(numbers.sqrt(lo).lo, numbers.sqrt(hi).hi);
  }

  /** Both directed roots through the integer one of x scaled by an even power of ten. */
  static DecimalInterval sqrt(BigDecimal x, DecimalNumbers numbers) {
    int wanted = 2 * numbers.down.getPrecision() + 2;
    int shift = Math.max(0, wanted - x.precision()) + x.scale();
    int even = shift + Math.floorMod(shift, 2);
    BigDecimal scaled = x.movePointRight(even);
    BigInteger root = scaled.toBigInteger().sqrt();
    boolean exact = new BigDecimal(root.multiply(root)).compareTo(scaled) == 0;
    BigInteger above = exact ? root : root.add(BigInteger.ONE);
    return new DecimalInterval(
        new BigDecimal(root, even / 2).round(numbers.down),
        new BigDecimal(above, even / 2).round(numbers.up),
        numbers);
  }

  @Override
  public DecimalInterval log2() {
    return with(numbers.log2(lo).lo, numbers.log2(hi).hi);
  }

  /**
   * The binary logarithm bit by bit: halving x ≥ 1 until it is below 2 gives the integer part, and
   * each squaring of what is left, in fixed point, shows the next bit: by another halving, or none.
   *
   * <p>All is rounded down, so that the bits are a lower bound. In units of the last place of the
   * fixed point, the first step loses 1, and each of n squarings makes that at most twice as much
   * and 2 more: 3·2^n, less than 2^-30 of what is left. As that is below 2, or was before it lost
   * so little, its logarithm is less than 2 units of the last bit.
   */
  static DecimalInterval log2(BigDecimal x, DecimalNumbers numbers) {
    if (x.compareTo(BigDecimal.ONE) <= 0) {
      return new DecimalInterval(BigDecimal.ZERO, BigDecimal.ZERO, numbers);
    }
    int whole = x.toBigInteger().bitLength() - 1;
    BigDecimal integerPart = BigDecimal.valueOf(whole);
    if (x.compareTo(powerOfTwo(whole)) == 0) {
      return new DecimalInterval(integerPart, integerPart, numbers);
    }
    int digits = numbers.down.getPrecision() + DecimalNumbers.GUARD_DIGITS;
    int bits = (int) (digits * LOG2_OF_10) + 1;
    int one = bits + GUARD_BITS;
    BigInteger rest = x.multiply(powerOfTwo(one - whole)).toBigInteger();
    BigInteger fraction = BigInteger.ZERO;
    for (int i = 0; i < bits; i++) {
      rest = rest.multiply(rest).shiftRight(one);
      int halvings = rest.bitLength() - 1 - one;
      rest = rest.shiftRight(halvings);
      fraction = fraction.shiftLeft(1).add(BigInteger.valueOf(halvings));
    }
    BigDecimal unit = powerOfTwo(-bits);
    BigDecimal low = new BigDecimal(fraction).multiply(unit, numbers.down);
    BigDecimal high = new BigDecimal(fraction.add(BigInteger.TWO)).multiply(unit, numbers.up);
    return new DecimalInterval(
        low.add(integerPart, numbers.down), high.add(integerPart, numbers.up), numbers);
  }

  @Override
  public DecimalInterval ceil() {
    return with(ceil(lo).round(numbers.sumDown), ceil(hi).round(numbers.sumUp));
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
    long most = mostBits(scale);
    long least = leastBits(scale);
    if (most == least + 1) {
      return bitsBeside(most, scale);
    }
    return most == least ? least : UNDECIDED;
  }

  /** By the least power that will do, as long as all its digits are few. */
  @Override
  public Optional<Boolean> leaves(long bits, int scale) {
    int common = BigInteger.valueOf(bits).gcd(BigInteger.valueOf(scale)).intValue();
    if (bits / common > FEW_EDGE_BITS) {
      long known = bits(scale);
      return known == UNDECIDED ? Optional.empty() : Optional.of(known >= bits);
    }
    DecimalInterval power = pow(scale / common);
    BigDecimal edge = powerOfTwo((int) (-bits / common));
    if (power.hi.compareTo(edge) <= 0) {
      return Optional.of(true);
    }
    return power.lo.compareTo(edge) > 0 ? Optional.of(false) : Optional.empty();
  }

  private long mostBits(int scale) {
    return isFar(lo, scale)
        ? minusLog2(lo).hi.multiply(BigDecimal.valueOf(scale)).longValue()
        : bitsOf(pow(lo, scale, numbers.down));
  }

  private long leastBits(int scale) {
    return isFar(hi, scale)
        ? minusLog2(hi).lo.multiply(BigDecimal.valueOf(scale)).longValue()
        : bitsOf(pow(hi, scale, numbers.up));
  }

  /** Comparing with a power of two of millions of bits would take seconds; a logarithm does not. */
  private static boolean isFar(BigDecimal x, int scale) {
    return ((long) x.scale() - x.precision()) * scale > FAR_DIGITS;
  }

  /**
   * The bits of what is near 2^(-b/scale): with all digits, and of the least power that will do.
   */
  private long bitsBeside(long b, int scale) {
    int common = BigInteger.valueOf(b).gcd(BigInteger.valueOf(scale)).intValue();
    if (b / common > MOST_EDGE_BITS) {
      return UNDECIDED;
    }
    DecimalInterval power = pow(scale / common);
    BigDecimal edge = powerOfTwo((int) (-b / common));
    if (power.hi.compareTo(edge) <= 0) {
      return b;
    }
    return power.lo.compareTo(edge) > 0 ? b - 1 : UNDECIDED;
  }

  /** -log2 x for x = u·10^-s &lt; 1 with a long integer u: s·log2(10) − log2(u). */
  private DecimalInterval minusLog2(BigDecimal x) {
    BigDecimal places = BigDecimal.valueOf(x.scale());
    BigDecimal digits = new BigDecimal(x.unscaledValue());
    return numbers.log2(BigDecimal.TEN).times(with(places, places)).minus(numbers.log2(digits));
  }

  /** ⌊-log2 x⌋ exactly, 0 where x ≥ 1: a guess from the size of the digits, then corrected. */
  private static int bitsOf(BigDecimal x) {
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
    return x.multiply(powerOfTwo(bits)).compareTo(BigDecimal.ONE) <= 0;
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
    return Log2.of(lo.unscaledValue().doubleValue()) - lo.scale() * LOG2_OF_10;
  }

  @Override
  public String toString() {
    return "[" + lo + ", " + hi + "]";
  }
}
