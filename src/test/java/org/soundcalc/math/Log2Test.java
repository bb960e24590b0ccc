package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.math.Enclosures.contains;
import static org.soundcalc.math.Enclosures.lower;
import static org.soundcalc.math.Enclosures.upper;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The logarithm of doubles errs by less than is derived, wherever a double may lie. */
class Log2Test {
  private static final long INFINITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
  private static final DecimalNumbers DECIMALS = new DecimalNumbers(60);

  /** Less than {@link Log2#ERROR}, by the two roundings that it leaves to others. */
  private static final Rational DERIVED = Rational.of(15, 2).times(Rational.powerOfTwo(-53));

  /** Of any magnitude: as many subnormals as there are of each exponent, and of all together. */
  @Provide
  Arbitrary<Double> anywhere() {
    return Arbitraries.oneOf(
            Arbitraries.longs().between(1, INFINITY - 1),
            Arbitraries.longs().between(1, 1L << 52),
            Arbitraries.longs().between(INFINITY - (1L << 52), INFINITY - 1))
        .map(Double::longBitsToDouble);
  }

  /** Within a few doubles of powers of two, of their multiples by √2 where e changes, and of 1. */
  @Provide
  Arbitrary<Double> besideAnEdge() {
    Arbitrary<Double> powers =
        Arbitraries.oneOf(
                Arbitraries.integers().between(-1074, 1023), Arbitraries.integers().between(-2, 2))
            .map(k -> Math.scalb(1.0, k));
    Arbitrary<Double> edges =
        Combinators.combine(powers, Arbitraries.of(1.0, Math.sqrt(2), 1 / Math.sqrt(2)))
            .as((power, factor) -> power * factor);
    return Combinators.combine(edges, Arbitraries.longs().between(-40, 40))
        .as((edge, steps) -> Double.doubleToRawLongBits(edge) + steps)
        .filter(bits -> bits > 0 && bits < INFINITY)
        .map(Double::longBitsToDouble);
  }

  @Property(seed = "20260101", tries = 300)
  void errsByLessThanIsDerived(@ForAll("anywhere") double x) {
    assertErrsByLessThanIsDerived(x);
  }

  @Property(seed = "20260101", tries = 300)
  void errsByLessThanIsDerivedBesideAnEdge(@ForAll("besideAnEdge") double x) {
    assertErrsByLessThanIsDerived(x);
  }

  private static void assertErrsByLessThanIsDerived(double x) {
    Rational exact = Rational.of(new BigDecimal(x));
    boolean below = exact.compareTo(Rational.ONE) < 0;
    DecimalInterval magnitude = DECIMALS.of(below ? Rational.ONE.over(exact) : exact).log2();
    Rational logarithm = Rational.of(new BigDecimal(below ? -Log2.of(x) : Log2.of(x)));
    Rational tolerance = upper(magnitude).times(DERIVED);
    assertThat(logarithm.plus(tolerance)).isGreaterThanOrEqualTo(upper(magnitude));
    assertThat(logarithm).isLessThanOrEqualTo(lower(magnitude).plus(tolerance));
  }

  /** 2^k ≤ x^4096 &lt; 2^(k+1), by integers alone. */
  @Property(seed = "20260101", tries = 100)
  void isThatOfPowers(@ForAll("anywhere") double x) {
    BigInteger integer = new BigDecimal(x / Math.ulp(x)).toBigIntegerExact();
    long e = Math.max(Math.getExponent(x), -1022) - 52L;
    long k = integer.pow(4096).bitLength() - 1 + 4096 * e;
    double slack = 1e-9;
    assertThat(Log2.of(x) * 4096).isBetween(k - slack, k + 1 + slack);
  }

  @Property(seed = "20260101")
  void powersOfTwoAreExact(@ForAll @IntRange(min = -1074, max = 1023) int k) {
    assertThat(Log2.of(Math.scalb(1.0, k))).isEqualTo(k);
  }

  @Test
  void theEndsOfTheRange() {
    assertThat(Log2.of(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Log2.of(Double.MIN_VALUE)).isEqualTo(-1074);
    assertThat(Log2.of(Double.MAX_VALUE)).isEqualTo(1024);
    assertThat(Log2.of(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Log2.of(Double.NaN)).isNaN();
  }

  /** Of a double between its neighbours: as far as one can see what an enclosure must hold. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.0000000000000002, 1.5, 2, 3, 0x1p52, 1e300, Double.MAX_VALUE})
  void enclosuresHoldTheLogarithm(double x) {
    Rational exact = Rational.of(new BigDecimal(x));
    DoubleInterval enclosure = DoubleInterval.enclosing(exact).log2();
    DecimalInterval logarithm = DECIMALS.of(exact).log2();
    assertThat(contains(enclosure, lower(logarithm))).isTrue();
    assertThat(contains(enclosure, upper(logarithm))).isTrue();
  }
}
