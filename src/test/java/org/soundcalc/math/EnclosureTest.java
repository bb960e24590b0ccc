package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.soundcalc.math.Enclosures.contains;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every representation encloses the exact value, whatever is calculated. */
class EnclosureTest {
  /** No formula has one, and 1 would be a wrong answer. */
  @Test
  void aPowerHasNoNegativeExponent() {
    for (Numbers<?> x : List.of(DoubleNumbers.INSTANCE, new DecimalNumbers(20), Surd.NUMBERS)) {
      assertThatThrownBy(() -> x.of(2).pow(-5)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static final int DIGITS = 20;

  @Provide
  Arbitrary<Expression> expressions() {
    Arbitrary<BigInteger> magnitudes =
        Combinators.combine(
                Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TWO.pow(40)),
                Arbitraries.integers().between(0, 200))
            .as(BigInteger::shiftLeft);
    Arbitrary<Expression> constants =
        Combinators.combine(magnitudes, magnitudes)
            .as((n, d) -> Expression.of(Rational.of(n, d.max(BigInteger.ONE))));
    return Combinators.combine(
            constants,
            constants.list().ofSize(4),
            Arbitraries.integers().between(0, 5).list().ofSize(4),
            Arbitraries.integers().between(0, 9))
        .as(EnclosureTest::chain);
  }

  private static Expression chain(
      Expression first, List<Expression> others, List<Integer> operations, int power) {
    Expression result = first;
    for (int i = 0; i < others.size(); i++) {
      result = result.then(operations.get(i), others.get(i));
    }
    return result.pow(power);
  }

  @Property(seed = "20260101")
  void doublesContainTheExactValue(@ForAll("expressions") Expression e) {
    assertThat(contains(e.formula().evaluate(DoubleNumbers.INSTANCE), e.exact())).isTrue();
  }

  @Property(seed = "20260101")
  void decimalsContainTheExactValue(@ForAll("expressions") Expression e) {
    try {
      DecimalInterval enclosure = e.formula().evaluate(new DecimalNumbers(DIGITS));
      assertThat(contains(enclosure, e.exact())).isTrue();
    } catch (UndecidedException divisorMayBeZero) {
      // Allowed: more digits decide.
    }
  }

  @Property(seed = "20260101")
  void certifiedBitsAreThoseOfTheExactValue(@ForAll("expressions") Expression e) {
    if (e.exact().signum() > 0) {
      assertThat(Certified.bits(e.formula())).isEqualTo(exactBits(e.exact()));
    }
  }

  @Property(seed = "20260101")
  void passesAgreeWhereverBothDecide(@ForAll("expressions") Expression e) {
    if (e.exact().signum() > 0) {
      long doubles = e.formula().evaluate(DoubleNumbers.INSTANCE).bits(1);
      long decimals = e.formula().evaluate(new DecimalNumbers(80)).bits(1);
      if (doubles != Decidable.UNDECIDED && decimals != Decidable.UNDECIDED) {
        assertThat(doubles).isEqualTo(decimals);
      }
    }
  }

  @Property(seed = "20260101")
  void ceilingsAreExact(@ForAll("expressions") Expression e) {
    if (e.exact().compareTo(Rational.powerOfTwo(60)) < 0) {
      assertThat(Certified.ceil(e.formula())).isEqualTo(e.exact().ceil());
    }
  }

  @Property(seed = "20260101")
  void comparisonsAreExact(
      @ForAll("expressions") Expression a, @ForAll("expressions") Expression b) {
    assertThat(Certified.compare(a.formula(), b.formula()))
        .isEqualTo(a.exact().compareTo(b.exact()));
    assertThat(Certified.compare(a.formula(), a.formula())).isZero();
  }

  @Property(seed = "20260101")
  void squareRootsEncloseTheRoot(@ForAll("expressions") Expression e) {
    DoubleInterval doubles = e.formula().evaluate(DoubleNumbers.INSTANCE).sqrt();
    assertThat(contains(doubles.times(doubles), e.exact())).isTrue();
  }

  @Property(seed = "20260101")
  void logarithmsEncloseTheExponent(@ForAll @IntRange(min = 0, max = 900) int exponent) {
    Rational power = Rational.powerOfTwo(exponent);
    Rational logarithm = Rational.of(exponent);
    assertThat(contains(DoubleNumbers.INSTANCE.of(power).log2(), logarithm)).isTrue();
    assertThat(contains(new DecimalNumbers(DIGITS).of(power).log2(), logarithm)).isTrue();
  }

  @Property(seed = "20260101")
  void logarithmsOfPowersScale(
      @ForAll @IntRange(min = 1, max = 100_000) int base,
      @ForAll @IntRange(min = 1, max = 9) int n) {
    Formula ofPower = new LogOfPower(base, n);
    Formula multiple = new MultipleOfLog(base, n);
    // Equal reals: no enclosure may tell them apart.
    assertThat(
            ofPower
                .evaluate(DoubleNumbers.INSTANCE)
                .compare(multiple.evaluate(DoubleNumbers.INSTANCE)))
        .isEmpty();
    DecimalNumbers decimals = new DecimalNumbers(DIGITS);
    assertThat(ofPower.evaluate(decimals).compare(multiple.evaluate(decimals)).orElse(0)).isZero();
  }

  private record LogOfPower(int base, int n) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(base).pow(n).log2();
    }
  }

  private record MultipleOfLog(int base, int n) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(base).log2().times(x.of(n));
    }
  }

  /** By definition: the largest b ≥ 0 with value·2^b ≤ 1. */
  private static long exactBits(Rational value) {
    if (value.compareTo(Rational.ONE) >= 0) {
      return 0;
    }
    return Rational.ONE.over(value).floor().bitLength() - 1L;
  }
}
