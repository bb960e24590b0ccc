package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationalTest {
  @Test
  void decimalsAreExact() {
    assertThat(Rational.of(new BigDecimal("0.005"))).isEqualTo(Rational.of(1, 200));
    assertThat(Rational.of(new BigDecimal("1.5E3"))).isEqualTo(Rational.of(1500));
  }

  @Test
  void quotientsAreInLowestTermsWithPositiveDenominator() {
    Rational value = Rational.of(6, -4);
    assertThat(value.numerator()).isEqualTo(-3);
    assertThat(value.denominator()).isEqualTo(2);
  }

  /** A power of two below is reduced by shifts, as by the greatest common divisor. */
  @ParameterizedTest
  @CsvSource({
    "0, 8", "1, 8", "-1, 8", "6, 8", "-6, 8", "8, 8", "-16, 8", "24, 16", "5, 1", "-12, -8"
  })
  void aPowerOfTwoIsReduced(long numerator, long denominator) {
    BigInteger top = BigInteger.valueOf(numerator);
    BigInteger bottom = BigInteger.valueOf(denominator);
    Rational value = Rational.of(numerator, denominator);
    assertThat(value.numerator().multiply(bottom)).isEqualTo(top.multiply(value.denominator()));
    assertThat(value.denominator().signum()).isEqualTo(1);
    assertThat(value.numerator().gcd(value.denominator())).isEqualTo(BigInteger.ONE);
  }

  @Test
  void zeroDenominatorIsRefused() {
    assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({"7, 2, 3, 4", "-7, 2, -4, -3", "6, 2, 3, 3", "0, 5, 0, 0", "-6, 2, -3, -3"})
  void floorAndCeil(long numerator, long denominator, long floor, long ceil) {
    Rational value = Rational.of(numerator, denominator);
    assertThat(value.floor()).isEqualTo(floor);
    assertThat(value.ceil()).isEqualTo(ceil);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "4, 1, 2", "5, 1, 3", "9, 4, 2", "1, 4, 1", "99, 100, 1", "401, 4, 11"})
  void ceilSqrtIsTheLeastIntegerWhoseSquareIsNotBelow(long numerator, long denominator, long root) {
    assertThat(Rational.of(numerator, denominator).ceilSqrt()).isEqualTo(root);
  }

  /** Around squares of every size, those beyond what a double tells among them. */
  @Test
  void ceilSqrtIsExactBesideSquares() {
    BigInteger one = BigInteger.ONE;
    for (int bits = 2; bits <= 130; bits++) {
      for (int offset = -3; offset <= 3; offset++) {
        BigInteger root = one.shiftLeft(bits).add(BigInteger.valueOf(offset));
        Rational square = Rational.of(root.multiply(root));
        assertThat(square.ceilSqrt()).isEqualTo(root);
        assertThat(square.plus(Rational.ONE).ceilSqrt()).isEqualTo(root.add(one));
        assertThat(square.minus(Rational.of(1, 3)).ceilSqrt()).isEqualTo(root);
      }
    }
  }

  @Test
  void textIsExact() {
    assertThat(Rational.of(1, 16)).hasToString("0.0625");
    assertThat(Rational.of(-3)).hasToString("-3");
    assertThat(Rational.of(1, 3)).hasToString("1/3");
  }

  @Test
  void powersOfTwoOfEitherSign() {
    assertThat(Rational.powerOfTwo(-3)).isEqualTo(Rational.of(1, 8));
    assertThat(Rational.powerOfTwo(70)).isEqualTo(Rational.of(BigInteger.ONE.shiftLeft(70)));
  }
}
