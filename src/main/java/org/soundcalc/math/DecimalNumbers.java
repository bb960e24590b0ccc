package org.soundcalc.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Constants as decimal intervals, and how many digits their operations keep. */
final class DecimalNumbers implements Numbers<DecimalInterval> {
  /** More than the digits of any 2^-k above 1/F of the largest field, BN254^16, after grinding. */
  private static final int LONG_SUM = 3_000;

  /** Digits beyond those that are asked for, against what steps on the way lose. */
  static final int GUARD_DIGITS = 10;

  private static final int KEPT = 100;

  /** How quotients, roots and logarithms are rounded. */
  final MathContext down;

  final MathContext up;

  /** How sums and products are rounded. */
  final MathContext sumDown;

  final MathContext sumUp;

  /** Formulas are evaluated many times, and take logarithms and roots of the same inputs. */
  private final Map<BigDecimal, DecimalInterval> logarithms = new ConcurrentHashMap<>();

  private final Map<BigDecimal, DecimalInterval> roots = new ConcurrentHashMap<>();

  private DecimalNumbers(int digits, int sumDigits) {
    this.down = new MathContext(digits, RoundingMode.FLOOR);
    this.up = new MathContext(digits, RoundingMode.CEILING);
    this.sumDown = new MathContext(sumDigits, RoundingMode.FLOOR);
    this.sumUp = new MathContext(sumDigits, RoundingMode.CEILING);
  }

  /** Numbers of so many significant digits. */
  DecimalNumbers(int digits) {
    this(digits, digits);
  }

  /** Whether results keep as many digits as those of {@code x}. */
  boolean keepsDigitsOf(DecimalNumbers x) {
    return down.equals(x.down) && sumDown.equals(x.sumDown);
  }

  /** log2 of a number; 0 of one below 1. */
  DecimalInterval log2(BigDecimal x) {
    return kept(logarithms, x, value -> DecimalInterval.log2(value, this));
  }

  /** √x. */
  DecimalInterval sqrt(BigDecimal x) {
    return kept(roots, x, value -> DecimalInterval.sqrt(value, this));
  }

  private static DecimalInterval kept(
      Map<BigDecimal, DecimalInterval> results,
      BigDecimal x,
      Function<BigDecimal, DecimalInterval> function) {
    if (results.size() >= KEPT) {
      results.clear();
    }
    return results.computeIfAbsent(x, function);
  }

  /**
   * Numbers whose quotients, roots and logarithms have so many digits, while sums and products have
   * all of theirs: 2^-k plus a quotient is then known to exceed 2^-k, however small the quotient.
   */
  static DecimalNumbers withLongSums(int digits) {
    return new DecimalNumbers(digits, LONG_SUM);
  }

  @Override
  public DecimalInterval of(Rational value) {
    return value.enclosure(this);
  }

  @Override
  public DecimalInterval of(Shared value) {
    return value.enclosure(this);
  }

  /** By the odd part of its denominator first: a division by a power of two always ends. */
  DecimalInterval enclosing(Rational value) {
    if (value.signum() < 0) {
      throw new ArithmeticException("negative: " + value);
    }
    BigDecimal numerator = new BigDecimal(value.numerator());
    if (value.isInteger()) {
      // The size of a field, of which quotients are taken, has more digits than are of use.
      boolean isLong = numerator.precision() > 2 * down.getPrecision();
      return new DecimalInterval(
          numerator.round(isLong ? down : sumDown), numerator.round(isLong ? up : sumUp), this);
    }
    int halvings = value.denominator().getLowestSetBit();
    BigDecimal odd = new BigDecimal(value.denominator().shiftRight(halvings));
    return new DecimalInterval(numerator.divide(odd, down), numerator.divide(odd, up), this)
        .timesPowerOfTwo(-halvings);
  }

  /** Euler's number: Σ 1/i! up to i = n, whose remainder lies between 0 and 1/n!. */
  @Override
  public DecimalInterval e() {
    Rational sum = Rational.ONE;
    Rational term = Rational.ONE;
    BigInteger enough = BigInteger.TEN.pow(down.getPrecision());
    for (int i = 1; term.denominator().compareTo(enough) < 0; i++) {
      term = term.over(Rational.of(i));
      sum = sum.plus(term);
    }
    return of(sum).to(of(sum.plus(term)));
  }
}
