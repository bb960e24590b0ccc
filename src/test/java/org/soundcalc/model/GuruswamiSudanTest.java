package org.soundcalc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/** The degrees of Theorem 4.2 at rates that are squares, where all of them are rational. */
class GuruswamiSudanTest {
  /** By hand, from M = m + 1/2: at m = 1 and rate 1/4, dy and M²/(3ρ) meet. */
  @ParameterizedTest
  @CsvSource({
    // μ, m, η, ℓ = dy, dz
    "2, 1, 1/4, 3, 3",
    "2, 2, 1/8, 5, 25/3",
    "4, 1, 1/8, 6, 12",
    "4, 3, 1/24, 14, 196/3",
    "6, 10, 1/160, 84, 2352",
  })
  void degrees(int logInverseRate, long m, String gap, String dy, String dz) {
    GuruswamiSudan decoder = decoder(logInverseRate, m);
    assertEquals(decoder::gap, gap);
    assertEquals(decoder::listSize, dy);
    assertEquals(decoder::dy, dy);
    assertEquals(decoder::dz, dz);
  }

  /** At rate 1/4, m = 2, n = 16 and δ = 1/4: dx = 20, and 2·20·25·(25/3) + 5·(4 + 1). */
  @Test
  void badChallenges() {
    GuruswamiSudan decoder = decoder(2, 2);
    assertEquals(
        new Formula() {
          @Override
          public <T extends Real<T>> T evaluate(Numbers<T> x) {
            T n = x.of(16);
            T delta = x.of(Rational.of(1, 4));
            return GuruswamiSudan.badChallenges(
                x, decoder.dx(x, n), decoder.dy(x), decoder.dz(x), delta, n);
          }
        },
        "25075/3");
  }

  /** Another multiplicity shares the root of the rate, and nothing else. */
  @Test
  void withAnotherMultiplicity() {
    GuruswamiSudan other = decoder(2, 1).withMultiplicity(2);
    assertThat(other.multiplicity()).isEqualTo(2);
    assertEquals(other::sqrtRho, "1/2");
    assertEquals(other::dz, "25/3");
  }

  /** √ρ·(1 + 1/(2m)) < 1: at rate 1/2 from m = 2 on, at lower rates always. */
  @ParameterizedTest
  @CsvSource({"1, 1, false", "1, 2, true", "2, 1, true", "1, 1099511627776, true"})
  void leavesAProximityParameter(int logInverseRate, long m, boolean leaves) {
    assertThat(GuruswamiSudan.leavesProximityParameter(Rate.ofLog2Inverse(logInverseRate), m))
        .isEqualTo(leaves);
  }

  /** In longs as in integers of any size. */
  @Test
  void leavesAProximityParameterAtEveryRate() {
    for (int log = 1; log <= 64; log++) {
      Rate rate = Rate.ofLog2Inverse(log);
      for (long m : new long[] {1, 2, 3, (1L << 30) - 1, 1L << 30, 1L << 40}) {
        Rational part = Rational.of(2).times(Rational.of(m));
        Rational square = part.plus(Rational.ONE).over(part).pow(2).times(rate.value());
        assertThat(GuruswamiSudan.leavesProximityParameter(rate, m))
            .isEqualTo(square.compareTo(Rational.ONE) < 0);
      }
    }
  }

  @Test
  void aMultiplicityIsPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> decoder(1, 0))
        .withMessage("multiplicity 0 is not positive");
    assertThatIllegalArgumentException().isThrownBy(() -> decoder(1, 1).withMultiplicity(-1));
  }

  private static GuruswamiSudan decoder(int logInverseRate, long m) {
    return new GuruswamiSudan(Rate.ofLog2Inverse(logInverseRate), m, GuruswamiSudan.Symbols.PLAIN);
  }

  private static void assertEquals(Formula formula, String expected) {
    String[] parts = expected.split("/", -1);
    Rational value =
        Rational.of(Long.parseLong(parts[0]), parts.length > 1 ? Long.parseLong(parts[1]) : 1);
    assertThat(
            Certified.compare(
                formula,
                new Formula() {
                  @Override
                  public <T extends Real<T>> T evaluate(Numbers<T> x) {
                    return x.of(value);
                  }
                }))
        .isZero();
  }
}
