package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.math.Enclosures.contains;
import static org.soundcalc.math.Enclosures.lower;
import static org.soundcalc.math.Enclosures.upper;

import java.math.BigInteger;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation of an enclosure errs to its own side, and by no more than it must. */
class OperationTest {
  private static final DecimalNumbers FEW = new DecimalNumbers(20);
  private static final DecimalNumbers MANY = new DecimalNumbers(60);

  @Provide
  Arbitrary<Rational> rationals() {
    Arbitrary<BigInteger> integers =
        Combinators.combine(
                Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TWO.pow(80)),
                Arbitraries.integers().between(0, 200))
            .as(BigInteger::shiftLeft);
    return Combinators.combine(integers, integers).as(Rational::of);
  }

  /** Few digits, so that roots, quotients and ceilings are often exact. */
  @Provide
  Arbitrary<Rational> shortRationals() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 100_000), Arbitraries.longs().between(1, 100))
        .as(Rational::of);
  }

  @Property(seed = "20260101")
  void squareRoots(@ForAll("rationals") Rational x) {
    assertIsRoot(x);
  }

  @Property(seed = "20260101")
  void squareRootsOfShortNumbers(@ForAll("shortRationals") Rational x) {
    assertIsRoot(x);
    assertIsRoot(x.times(x));
    DecimalInterval root = FEW.of(Rational.of(x.ceil().pow(2))).sqrt();
    assertThat(lower(root)).isEqualTo(upper(root)).isEqualTo(Rational.of(x.ceil()));
  }

  /** The first pass decides that a list size of one is not above 1; wider bounds do not. */
  @Test
  void equalPointsCompareAsEqualAndEqualBoundsDoNot() {
    DoubleInterval one = DoubleInterval.of(1);
    assertThat(one.compare(DoubleInterval.of(1))).hasValue(0);
    DoubleInterval third = DoubleInterval.enclosing(Rational.of(1, 3));
    assertThat(third.compare(DoubleInterval.enclosing(Rational.of(1, 3)))).isEmpty();
    DoubleInterval huge = DoubleInterval.enclosing(Rational.powerOfTwo(2000));
    assertThat(huge.compare(huge)).isEmpty();
  }

  private static void assertIsRoot(Rational x) {
    DoubleInterval doubles = DoubleInterval.enclosing(x).sqrt();
    assertThat(lower(doubles).pow(2)).isLessThanOrEqualTo(x);
    assertThat(upper(doubles).pow(2)).isGreaterThanOrEqualTo(x);
    assertNarrow(lower(doubles), upper(doubles), Rational.powerOfTwo(-49));
    DecimalInterval decimals = FEW.of(x).sqrt();
    assertThat(lower(decimals).pow(2)).isLessThanOrEqualTo(x);
    assertThat(upper(decimals).pow(2)).isGreaterThanOrEqualTo(x);
    assertNarrow(lower(decimals), upper(decimals), tenToMinus(18));
  }

  @Property(seed = "20260101")
  void powersOfTwo(
      @ForAll("rationals") Rational x, @ForAll @IntRange(min = -1200, max = 1200) int exponent) {
    Rational exact = x.times(Rational.powerOfTwo(exponent));
    assertThat(contains(DoubleInterval.enclosing(x).timesPowerOfTwo(exponent), exact)).isTrue();
    DecimalInterval decimals = FEW.of(x).timesPowerOfTwo(exponent);
    assertThat(contains(decimals, exact)).isTrue();
    assertNarrow(lower(decimals), upper(decimals), tenToMinus(17));
  }

  /** An exact double, so that nothing but the scaling rounds: below 2^-1022 bits are lost. */
  @Property(seed = "20260101")
  void powersOfTwoThatUnderflow(
      @ForAll @IntRange(min = 1) int odd, @ForAll @IntRange(min = 1000, max = 1200) int exponent) {
    Rational x = Rational.of(2L * odd + 1);
    Rational exact = x.times(Rational.powerOfTwo(-exponent));
    assertThat(contains(DoubleInterval.enclosing(x).timesPowerOfTwo(-exponent), exact)).isTrue();
  }

  /** Quotients by powers of two, and powers of those, are one number while they are in range. */
  @Property(seed = "20260101")
  void sharesOfPowersOfTwo(
      @ForAll @LongRange(min = 1, max = 1L << 53) long part,
      @ForAll @IntRange(min = 0, max = 53) int log,
      @ForAll @IntRange(min = 0, max = 3000) int power) {
    DoubleInterval whole = DoubleInterval.of(1L << log);
    DoubleInterval share = DoubleNumbers.INSTANCE.share(DoubleInterval.of(part), whole);
    assertThat(lower(share)).isEqualTo(Rational.of(part).times(Rational.powerOfTwo(-log)));
    assertThat(upper(share)).isEqualTo(lower(share));
    DoubleInterval half = DoubleNumbers.INSTANCE.share(DoubleInterval.of(1), whole);
    assertThat(contains(half.pow(power), Rational.powerOfTwo(-log * power))).isTrue();
    assertThat(half.pow(power).isInRange()).isEqualTo(log * power <= 1022);
    if (log * power > 0 && log * power < 1022) {
      assertThat(half.pow(power).bits(100)).isEqualTo(100L * log * power);
      assertThat(half.pow(power).leaves(100L * log * power, 100)).hasValue(true);
      assertThat(half.pow(power).leaves(100L * log * power + 1, 100)).hasValue(false);
    }
    DoubleInterval thirds = DoubleNumbers.INSTANCE.share(share, DoubleInterval.of(3));
    assertThat(contains(thirds, lower(share).over(Rational.of(3)))).isTrue();
  }

  /** A product that was rounded up to the least normal double is not exact. */
  @Test
  void roundingUpToTheLeastNormalDoubleIsNoExactProduct() {
    Rational almostOne = Rational.ONE.minus(Rational.powerOfTwo(-53));
    DoubleInterval product =
        DoubleInterval.enclosing(almostOne).timesPowerOfTwo(-1022).timesPowerOfTwo(1022);
    assertThat(contains(product, almostOne)).isTrue();
    assertThat(product.compare(DoubleInterval.of(1))).isEmpty();
    Rational almostTwo = Rational.of(2).times(almostOne);
    product = DoubleInterval.enclosing(almostTwo).timesPowerOfTwo(-1023).timesPowerOfTwo(1022);
    assertThat(contains(product, almostOne)).isTrue();
  }

  /** There and back again, by way of the ends of the range of doubles. */
  @Property(seed = "20260101")
  void powersOfTwoToTheEndsOfTheRange(
      @ForAll @LongRange(min = 1L << 52, max = (1L << 53) - 1) long mantissa,
      @ForAll @IntRange(max = 900) int size,
      @ForAll @IntRange(min = -4, max = 4) int beyond,
      @ForAll boolean below) {
    int towards = below ? -1 : 1;
    int exponent = towards * (1022 - size + beyond);
    Rational x = Rational.of(mantissa).times(Rational.powerOfTwo(towards * size - 52));
    DoubleInterval scaled = DoubleInterval.enclosing(x).timesPowerOfTwo(exponent);
    assertThat(contains(scaled, x.times(Rational.powerOfTwo(exponent)))).isTrue();
    assertThat(contains(scaled.timesPowerOfTwo(-exponent), x)).isTrue();
  }

  /** Further than any double reaches, and in one step: a bound remains, or nothing. */
  @ParameterizedTest
  @ValueSource(ints = {1024, 2100, Integer.MAX_VALUE, -1023, -2100, Integer.MIN_VALUE})
  void powersOfTwoOutOfRange(int exponent) {
    DoubleInterval scaled = DoubleInterval.of(3).timesPowerOfTwo(exponent);
    assertThat(contains(scaled, Rational.powerOfTwo(exponent > 0 ? 3000 : -3000))).isTrue();
    OptionalInt known = exponent > 0 ? OptionalInt.of(1) : OptionalInt.of(-1);
    assertThat(scaled.compare(DoubleInterval.of(1))).isIn(known, OptionalInt.empty());
  }

  @Property(seed = "20260101")
  void ceilings(@ForAll("rationals") Rational x) {
    assertIsCeiling(x);
  }

  @Property(seed = "20260101")
  void ceilingsOfShortNumbers(@ForAll("shortRationals") Rational x) {
    assertIsCeiling(x);
    assertIsCeiling(Rational.of(x.ceil()));
    Rational beside = Rational.of(x.ceil()).plus(tenToMinus(19));
    assertIsCeiling(beside);
    assertIsCeiling(beside.minus(tenToMinus(19).times(Rational.of(2))));
  }

  private static void assertIsCeiling(Rational x) {
    Rational exact = Rational.of(x.ceil());
    assertThat(contains(DoubleInterval.enclosing(x).ceil(), exact)).isTrue();
    assertThat(contains(FEW.of(x).ceil(), exact)).isTrue();
    DoubleInterval.enclosing(x).ceiling().ifPresent(c -> assertThat(c).isEqualTo(x.ceil()));
    FEW.of(x).ceiling().ifPresent(c -> assertThat(c).isEqualTo(x.ceil()));
  }

  /** More digits than there are: the ceiling of an enclosure is rounded outwards. */
  @Test
  void ceilingsOfLongIntegers() {
    Rational x = Rational.of(BigInteger.TEN.pow(30).add(BigInteger.ONE));
    DecimalInterval ceiling = new DecimalNumbers(40).of(x).ceil();
    assertThat(contains(ceiling, x)).isTrue();
    assertThat(contains(FEW.of(x).ceil(), x)).isTrue();
    assertThat(FEW.of(x).ceil().ceiling()).isEmpty();
  }

  /** What is a single number to both ends is one after the ceiling, too. */
  @Test
  void ceilingsTakeNoStepOutwards() {
    DoubleInterval ceiling = DoubleInterval.enclosing(Rational.of(5, 2)).ceil();
    assertThat(lower(ceiling)).isEqualTo(upper(ceiling)).isEqualTo(Rational.of(3));
    assertThat(ceiling.ceiling()).contains(BigInteger.valueOf(3));
    DecimalInterval tiny = FEW.of(Rational.powerOfTwo(-5000)).ceil();
    assertThat(lower(tiny)).isEqualTo(upper(tiny)).isEqualTo(Rational.ONE);
  }

  @Property(seed = "20260101", tries = 200)
  void logarithms(@ForAll("rationals") Rational x) {
    assertContainsLogarithm(atLeastOne(x));
  }

  @Property(seed = "20260101", tries = 200)
  void logarithmsOfShortNumbers(@ForAll("shortRationals") Rational x) {
    assertContainsLogarithm(atLeastOne(x));
    assertContainsLogarithm(Rational.of(x.ceil()));
  }

  /** Here the digits reach further than the bits that are calculated. */
  @Property(seed = "20260101", tries = 200)
  void logarithmsJustAboveOne(@ForAll @IntRange(min = 1, max = 1000) int n) {
    assertContainsLogarithm(Rational.ONE.plus(tenToMinus(19).times(Rational.of(n))));
  }

  private static Rational atLeastOne(Rational x) {
    return x.compareTo(Rational.ONE) >= 0 ? x : Rational.ONE.over(x);
  }

  private static void assertContainsLogarithm(Rational x) {
    DecimalInterval fine = MANY.of(x).log2();
    DecimalInterval coarse = FEW.of(x).log2();
    assertThat(lower(coarse)).isLessThanOrEqualTo(lower(fine));
    assertThat(upper(coarse)).isGreaterThanOrEqualTo(upper(fine));
    assertThat(upper(coarse).minus(lower(coarse))).isLessThanOrEqualTo(tenToMinus(16));
    DoubleInterval doubles = DoubleInterval.enclosing(x).log2();
    assertThat(lower(doubles)).isLessThanOrEqualTo(lower(fine));
    assertThat(upper(doubles)).isGreaterThanOrEqualTo(upper(fine));
    assertThat(upper(doubles).minus(lower(doubles))).isLessThanOrEqualTo(Rational.powerOfTwo(-40));
    assertIsLogarithm(x, fine);
  }

  /** 2^(lower) ≤ x ≤ 2^(upper) by whole powers: 2^⌊100·lower⌋ ≤ x^100 ≤ 2^⌈100·upper⌉. */
  private static void assertIsLogarithm(Rational x, DecimalInterval logarithm) {
    Rational power = x.pow(100);
    Rational hundred = Rational.of(100);
    int below = lower(logarithm).times(hundred).floor().intValueExact();
    int above = upper(logarithm).times(hundred).ceil().intValueExact();
    assertThat(Rational.powerOfTwo(below)).isLessThanOrEqualTo(power);
    assertThat(Rational.powerOfTwo(above)).isGreaterThanOrEqualTo(power);
    // Two where an integer lies between the bounds.
    assertThat(above - below).isLessThanOrEqualTo(2);
    assertThat(upper(logarithm).minus(lower(logarithm))).isLessThanOrEqualTo(tenToMinus(55));
  }

  @Property(seed = "20260101", tries = 200)
  void hundredthsAreBitsOfTheHundredthPower(@ForAll("rationals") Rational x) {
    assertHundredths(x);
    assertHundredths(Rational.ONE.over(x));
  }

  /** Errors just beside 2^(-k/100), at distances about which doubles and 20 digits are silent. */
  @Property(seed = "20260101", tries = 200)
  void hundredthsJustBesideAnEdge(
      @ForAll @IntRange(min = 1, max = 20_000) int k,
      @ForAll @IntRange(min = 10, max = 200) int precision) {
    BigInteger scaled = hundredthRootOfPowerOfTwo(100 * precision - k);
    Rational below = Rational.of(scaled, BigInteger.TWO.pow(precision));
    Rational above = Rational.of(scaled.add(BigInteger.ONE), BigInteger.TWO.pow(precision));
    if (scaled.signum() > 0) {
      assertHundredths(below);
      assertThat(Certified.hundredthBits(Expression.of(below).formula())).isGreaterThanOrEqualTo(k);
    }
    assertHundredths(above);
    assertThat(Certified.hundredthBits(Expression.of(above).formula())).isLessThan(k);
  }

  /**
   * Decimals of 21 digits on both sides of 2^(-k/100), where a logarithm counts. To as many digits
   * log2(10) ends in 787|03, so that rounding it down leaves little to spare for that of the
   * digits.
   */
  @Property(seed = "20260101", tries = 200)
  void hundredthsByLogarithmJustBesideAnEdge(@ForAll @IntRange(min = 60_000, max = 60_500) int k) {
    int scale = 21 + (int) Math.floor(k * Math.log10(2) / 100);
    BigInteger below = hundredthRoot(BigInteger.TEN.pow(100 * scale).shiftRight(k));
    BigInteger unit = BigInteger.TEN.pow(scale);
    DecimalNumbers x = new DecimalNumbers(21);
    assertThat(x.of(Rational.of(below, unit)).bits(100)).isIn(Decidable.UNDECIDED, (long) k);
    assertThat(x.of(Rational.of(below.add(BigInteger.ONE), unit)).bits(100))
        .isIn(Decidable.UNDECIDED, k - 1L);
  }

  /** ⌊2^(n/100)⌋; 0 for n below 0. */
  private static BigInteger hundredthRootOfPowerOfTwo(int n) {
    return n < 0 ? BigInteger.ZERO : hundredthRoot(BigInteger.TWO.pow(n));
  }

  /** ⌊power^(1/100)⌋, bit by bit. */
  private static BigInteger hundredthRoot(BigInteger power) {
    BigInteger root = BigInteger.ZERO;
    for (int bit = power.bitLength() / 100; bit >= 0; bit--) {
      BigInteger candidate = root.setBit(bit);
      root = candidate.pow(100).compareTo(power) <= 0 ? candidate : root;
    }
    return root;
  }

  private static void assertHundredths(Rational error) {
    long exact = exactBits(error.pow(100));
    assertThat(Certified.hundredthBits(Expression.of(error).formula())).isEqualTo(exact);
    for (DecimalNumbers decimals : new DecimalNumbers[] {FEW, MANY}) {
      long decided = decimals.of(error).bits(100);
      if (decided != Decidable.UNDECIDED) {
        assertThat(decided).isEqualTo(exact);
      }
    }
  }

  /** Far from 1, bits are counted by a logarithm; the integers still fit into memory. */
  @ParameterizedTest
  @CsvSource({"3, 4, 100000", "1, 3, 40000", "99, 100, 100000", "2, 3, 77777", "1, 10, 20501"})
  void bitsOfFarPowers(long numerator, long denominator, int n) {
    Rational base = Rational.of(numerator, denominator);
    Power power = new Power(base, n);
    assertThat(Certified.bits(power)).isEqualTo(exactBits(base.pow(n)));
    long hundredths = new DecimalNumbers(400).of(base).pow(n).bits(100);
    assertThat(hundredths).isNotEqualTo(Decidable.UNDECIDED);
    assertThat(Certified.hundredthBits(power)).isEqualTo(hundredths);
    assertThat(hundredths).isEqualTo(exactBits(base.pow(n), 100));
  }

  /** Exact powers of two, and their neighbours, on the path of the logarithm. */
  @ParameterizedTest
  @ValueSource(ints = {66_500, 70_001, 100_000})
  void bitsBesideFarPowersOfTwo(int exponent) {
    Rational nudge = tenToMinus(15);
    Rational exact = Rational.powerOfTwo(-exponent);
    Rational above = exact.times(Rational.ONE.plus(nudge));
    Rational below = exact.times(Rational.ONE.minus(nudge));
    for (int digits : new int[] {20, 40, 60}) {
      DecimalNumbers x = new DecimalNumbers(digits);
      assertThat(x.of(above).bits(1)).isIn(Decidable.UNDECIDED, exponent - 1L);
      assertThat(x.of(below).bits(1)).isIn(Decidable.UNDECIDED, (long) exponent);
      assertThat(x.of(exact).bits(1)).isIn(Decidable.UNDECIDED, (long) exponent);
      assertThat(x.of(exact).bits(100)).isIn(Decidable.UNDECIDED, 100L * exponent);
      assertThat(x.of(exact).bits(100)).isEqualTo(Decidable.UNDECIDED);
    }
    assertThat(MANY.of(above).bits(1)).isEqualTo(exponent - 1L);
    assertThat(MANY.of(below).bits(1)).isEqualTo(exponent);
  }

  /** From hardly anything to more than 1: the bits are those of neither. */
  @Test
  void bitsOfWhatMayBeAnything() {
    DecimalInterval anything = FEW.of(Rational.powerOfTwo(-70_000)).to(FEW.of(3));
    assertThat(anything.bits(1)).isEqualTo(Decidable.UNDECIDED);
    assertThat(anything.bits(100)).isEqualTo(Decidable.UNDECIDED);
  }

  private record Power(Rational base, int n) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(base).pow(n);
    }
  }

  /** ⌊-100·log2 ε⌋ of a tiny rational: the reciprocal's first 2000 bits, and its length. */
  private static long exactBits(Rational error, int scale) {
    BigInteger inverse = error.denominator().divide(error.numerator());
    int shift = inverse.bitLength() - 2000;
    BigInteger low = inverse.shiftRight(shift).pow(scale);
    BigInteger high = inverse.shiftRight(shift).add(BigInteger.ONE).pow(scale);
    long bits = (long) shift * scale + low.bitLength() - 1;
    assertThat((long) shift * scale + high.bitLength() - 1).isEqualTo(bits);
    return bits;
  }

  /** By definition: the largest b ≥ 0 with error·2^b ≤ 1. */
  private static long exactBits(Rational error) {
    return error.compareTo(Rational.ONE) >= 0
        ? 0
        : error.denominator().divide(error.numerator()).bitLength() - 1L;
  }

  private static Rational tenToMinus(int n) {
    return Rational.of(BigInteger.ONE, BigInteger.TEN.pow(n));
  }

  private static void assertNarrow(Rational lower, Rational upper, Rational relative) {
    assertThat(upper.minus(lower)).isLessThanOrEqualTo(upper.times(relative));
  }
}
