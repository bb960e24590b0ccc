package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures at the very edge between two integers, where floating point goes wrong. */
class CertifiedTest {
  private static final BigInteger BN254 =
      new BigInteger(
          "21888242871839275222246405745257275088548364400416034343698204186575808495617");

  private static final BigInteger F =
      BigInteger.TWO.pow(64).subtract(BigInteger.TWO.pow(32)).add(BigInteger.ONE).pow(3);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 52, 100, 128, 190})
  void bothSidesOfAnEdge(int bits) {
    BigInteger below = F.shiftRight(bits);
    assertThat(Certified.bits(constant(Rational.of(below, F)))).isEqualTo(bits);
    assertThat(Certified.bits(constant(Rational.of(below.add(BigInteger.ONE), F))))
        .isEqualTo(bits - 1L);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 53, 1074, 1075, 5000, 100_000})
  void anExactPowerOfTwoHasItsExponent(int exponent) {
    assertThat(Certified.bits(new RootPower(Rational.of(1, 4), exponent))).isEqualTo(exponent);
    assertThat(Certified.hundredthBits(new RootPower(Rational.of(1, 4), exponent)))
        .isEqualTo(100L * exponent);
  }

  @Test
  void evenPowersOfAnIrrationalRootAreExact() {
    assertThat(Certified.bits(new RootPower(Rational.of(1, 2), 84))).isEqualTo(42);
    assertThat(Certified.bits(new RootPower(Rational.of(1, 2), 85))).isEqualTo(42);
    assertThat(Certified.hundredthBits(new RootPower(Rational.of(1, 2), 85))).isEqualTo(4250);
  }

  @Test
  void anErrorOfOneOrMoreHasNoBits() {
    assertThat(Certified.bits(constant(Rational.ONE))).isZero();
    assertThat(Certified.bits(constant(Rational.powerOfTwo(5000)))).isZero();
    assertThat(Certified.hundredthBits(constant(Rational.of(3, 2)))).isZero();
  }

  @Test
  void beyondTheRangeOfDoubles() {
    assertThat(Certified.bits(constant(Rational.of(3).times(Rational.powerOfTwo(-3000)))))
        .isEqualTo(2998);
    assertThat(Certified.hundredthBits(constant(Rational.of(3).times(Rational.powerOfTwo(-3000)))))
        .isEqualTo(299841);
  }

  /** Whatever decides: doubles, few decimals or many, exact numbers. */
  @Test
  void anErrorLeavesItsHundredthsAndNoMore() {
    assertLeaves(constant(Rational.of(1, 3)), 158);
    assertLeaves(constant(Rational.of(1, 1024)), 1000);
    assertLeaves(constant(Rational.of(3).times(Rational.powerOfTwo(-3000))), 299_841);
    assertLeaves(constant(Rational.powerOfTwo(-3000)), 300_000);
    assertLeaves(new RootPower(Rational.of(1, 2), 85), 4250);
    assertLeaves(new RootPower(Rational.of(1, 2), 20_001), 1_000_050);
    Formula little = new LogarithmOver(Rational.of(BN254.pow(16)));
    Formula power = constant(Rational.powerOfTwo(-16));
    assertLeaves(new Sum(power, little), 1599);
    assertLeaves(new Difference(power, little), 1600);
    assertThat(Certified.leaves(constant(Rational.of(3, 2)), 0)).isTrue();
    assertThat(Certified.leaves(constant(Rational.ONE), 1)).isFalse();
  }

  private static void assertLeaves(Formula error, long hundredths) {
    assertThat(Certified.leaves(error, hundredths)).isTrue();
    assertThat(Certified.leaves(error, hundredths + 1)).isFalse();
  }

  @Test
  void hundredthsAreRoundedDown() {
    // log2(3) = 1.58496...
    assertThat(Certified.hundredthBits(constant(Rational.of(1, 3)))).isEqualTo(158);
    assertThat(Certified.hundredthBits(constant(Rational.of(1, 1024)))).isEqualTo(1000);
  }

  @Test
  void aRootMinusItsDecimalsIsToldFromZero() {
    // √2 to 60 digits, rounded up: only the sign of a difference below 10^-60 decides.
    assertThat(Certified.compare(new RootPower(Rational.of(2), 1), constant(above(60))))
        .isNegative();
    assertThat(Certified.compare(new RootPower(Rational.of(2), 2), constant(Rational.of(2))))
        .isZero();
  }

  @Test
  void integerIsFoundWhetherDoublesTellItFromItsNeighboursOrNot() {
    assertThat(Certified.integer(new RootPower(Rational.of(9), 3))).isEqualTo(27);
    assertThat(Certified.integer(new RootPower(Rational.of(9), 41)))
        .isEqualTo(BigInteger.valueOf(3).pow(41));
  }

  @Test
  void ceilingOfAnIntegerIsTheInteger() {
    assertThat(Certified.ceil(new RootPower(Rational.of(9), 3))).isEqualTo(27);
    assertThat(Certified.ceil(new RootPower(Rational.of(2), 3))).isEqualTo(3);
  }

  @Test
  void orderTellsApartWhatDiffersInItsFirstDigits() {
    Formula root = new RootPower(Rational.of(2), 1);
    assertThat(Certified.order(root, constant(above(60)))).isNegative();
    assertThat(Certified.order(constant(above(60)), root)).isPositive();
    assertThat(Certified.order(root, constant(Rational.of(1)))).isPositive();
  }

  /** Equal logarithms would take {@link Certified#compare} to its last digit, and to a defect. */
  @Test
  void orderStopsWhereValuesAgree() {
    Formula three = new Log2(Rational.of(3));
    Formula six = new Log2(Rational.of(6));
    Formula one = constant(Rational.ONE);
    assertThat(Certified.order(six, new Sum(three, one))).isZero();
    assertThat(Certified.order(three, new Log2(Rational.of(3)))).isZero();
    assertThat(Certified.order(new RootPower(Rational.of(2), 1), constant(above(200)))).isZero();
  }

  /** Where doubles underflow, overflow or cancel, decimals see what is larger. */
  @Test
  void visiblyLargerAtAnyMagnitude() {
    for (int exponent : new int[] {-5000, -1100, -1070, -1022, 0, 1020, 3000}) {
      Rational three = Rational.of(3).times(Rational.powerOfTwo(exponent));
      Rational five = Rational.of(5).times(Rational.powerOfTwo(exponent));
      assertThat(Certified.visiblyLarger(constant(five), constant(three))).isTrue();
      assertThat(Certified.visiblyLarger(constant(three), constant(five))).isFalse();
      assertThat(Certified.visiblyLarger(constant(three), constant(three))).isFalse();
    }
    Formula large = constant(Rational.powerOfTwo(60));
    Formula larger = constant(Rational.powerOfTwo(60).plus(Rational.of(3)));
    Formula three = new Difference(larger, large);
    assertThat(Certified.visiblyLarger(three, constant(Rational.of(2)))).isTrue();
    assertThat(Certified.visiblyLarger(three, constant(Rational.of(3)))).isFalse();
    assertThat(Certified.visiblyLarger(larger, large)).isFalse();
  }

  /**
   * A power of two, and a logarithm over the largest field: hundreds of digits, and no exact number
   * of use.
   */
  @ParameterizedTest
  @CsvSource({"16, 0", "16, 7", "60, 128"})
  void aPowerOfTwoAndALittleMore(int exponent, int grinding) {
    Rational power = Rational.powerOfTwo(-exponent);
    Formula little = new LogarithmOver(Rational.of(BN254.pow(16)));
    Formula more = new Sum(constant(power), little);
    Formula ground = new Scaled(more, -grinding);
    assertThat(Certified.bits(ground)).isEqualTo(exponent + grinding - 1);
    assertThat(Certified.hundredthBits(ground)).isEqualTo(100L * (exponent + grinding) - 1);
    assertThat(Certified.compare(more, constant(power))).isPositive();
    Formula less = new Difference(constant(power), little);
    assertThat(Certified.bits(new Scaled(less, -grinding))).isEqualTo(exponent + grinding);
    assertThat(Certified.hundredthBits(new Scaled(less, -grinding)))
        .isEqualTo(100L * (exponent + grinding));
    assertThat(Certified.ceil(new Scaled(more, exponent))).isEqualTo(2);
  }

  @Test
  void approximateLogarithmsOfAnyMagnitude() {
    for (int exponent : new int[] {-5000, -1100, -60, 0, 7, 3000}) {
      Rational value = Rational.of(3).times(Rational.powerOfTwo(exponent));
      assertThat(Certified.approximateLog2(constant(value)))
          .isCloseTo(exponent + Math.log(3) / Math.log(2), within(1e-12));
    }
  }

  /** √2, rounded up to so many digits. */
  private static Rational above(int digits) {
    return Rational.of(
        BigInteger.TWO.multiply(BigInteger.TEN.pow(2 * digits)).sqrt().add(BigInteger.ONE),
        BigInteger.TEN.pow(digits));
  }

  private record Log2(Rational value) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(value).log2();
    }
  }

  private record Sum(Formula left, Formula right) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return left.evaluate(x).plus(right.evaluate(x));
    }
  }

  private record Difference(Formula left, Formula right) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return left.evaluate(x).minus(right.evaluate(x));
    }
  }

  private record Scaled(Formula formula, int exponent) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return formula.evaluate(x).timesPowerOfTwo(exponent);
    }
  }

  private record LogarithmOver(Rational size) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(3).log2().over(x.of(size));
    }
  }

  private static Formula constant(Rational value) {
    return Expression.of(value).formula();
  }

  private record RootPower(Rational square, int exponent) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(square).sqrt().pow(exponent);
    }
  }
}
