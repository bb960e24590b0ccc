package org.soundcalc.protocols.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.math.Rational;

/**
 * Siblings are those of exact fractions, where few leaves of a level are opened and where all are.
 */
class ExpectedSiblingsTest {
  @ParameterizedTest
  @CsvSource({
    "2, 1",
    "2, 2",
    "2, 7",
    "2, 8",
    "2, 24",
    "2, 63",
    "2, 64",
    "2, 160",
    "2, 1000",
    "3, 5",
    "3, 18",
    "4, 8",
    "4, 63",
    "4, 64",
    "4, 700",
    "16, 64",
    "16, 2048"
  })
  void areThoseOfFractions(long arity, long openings) {
    BigInteger sum = BigInteger.ZERO;
    for (int depth = 1; depth <= 6; depth++) {
      Rational nodes = Rational.of(BigInteger.valueOf(arity).pow(depth));
      Rational parents = Rational.of(BigInteger.valueOf(arity).pow(depth - 1));
      Rational missed = missed(nodes, openings).minus(missed(parents, openings));
      sum = sum.add(nodes.times(missed).ceil());
      assertThat(ExpectedSiblings.of(arity, openings).to(depth)).as("%d", depth).isEqualTo(sum);
    }
  }

  private static Rational missed(Rational nodes, long openings) {
    return Rational.ONE.minus(Rational.ONE.over(nodes)).pow((int) openings);
  }
}
