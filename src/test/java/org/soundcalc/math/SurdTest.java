package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact numbers and decimals of 200 digits agree. */
class SurdTest {
  private static final DecimalNumbers DECIMALS = new DecimalNumbers(200);
  private static final Rational HALF = Rational.of(1, 2);

  /** (p + q√(1/2))/r, or (p − q√(1/2))/r where that is positive and (q√(1/2) − p)/r else. */
  private record Expr(long p, long q, long r, boolean negative) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T rational = x.of(p);
      T root = x.of(q).times(x.of(HALF).sqrt());
      boolean rationalIsLarger = 2 * Math.multiplyExact(p, p) > Math.multiplyExact(q, q);
      T top =
          !negative
              ? rational.plus(root)
              : rationalIsLarger ? rational.minus(root) : root.minus(rational);
      return top.over(x.of(r));
    }
  }

  @Provide
  Arbitrary<Formula> any() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 1_000_000),
            Arbitraries.longs().between(1, 1_000_000),
            Arbitraries.longs().between(1, 1L << 40),
            Arbitraries.of(true, false))
        .as(Expr::new);
  }

  @Property(seed = "20260101", tries = 200)
  void bitsAreThoseOfDecimals(@ForAll("any") Formula e) {
    for (int scale : new int[] {1, 100}) {
      assertThat(e.evaluate(Surd.NUMBERS).bits(scale)).isEqualTo(e.evaluate(DECIMALS).bits(scale));
    }
  }

  @Property(seed = "20260101", tries = 200)
  void ceilingsAreThoseOfDecimals(@ForAll("any") Formula e) {
    assertThat(e.evaluate(Surd.NUMBERS).ceiling())
        .isPresent()
        .isEqualTo(e.evaluate(DECIMALS).ceiling());
    assertThat(e.evaluate(Surd.NUMBERS).ceil().ceiling()).isEqualTo(e.evaluate(DECIMALS).ceiling());
  }

  @Property(seed = "20260101", tries = 200)
  void comparisonsAreThoseOfDecimals(@ForAll("any") Formula e, @ForAll("any") Formula f) {
    Surd left = e.evaluate(Surd.NUMBERS);
    Surd right = f.evaluate(Surd.NUMBERS);
    assertThat(left.compare(left)).hasValue(0);
    DecimalInterval itsLeft = e.evaluate(DECIMALS);
    DecimalInterval itsRight = f.evaluate(DECIMALS);
    if (itsLeft.compare(itsRight).isPresent()) {
      assertThat(left.compare(right)).isEqualTo(itsLeft.compare(itsRight));
      assertThat(right.compare(left)).isEqualTo(itsRight.compare(itsLeft));
      assertThat(left.max(right).compare(right.max(left))).hasValue(0);
      assertThat(left.max(right).compare(left.min(right)).getAsInt()).isNotNegative();
    }
  }

  /** Neighbours of √2 among the rationals: the numbers p² − 2·q² = ±1, of either sign. */
  @ParameterizedTest
  @CsvSource({"7, 10", "99, 140", "577, 816", "41, 58", "239, 338", "114243, 161564"})
  void differencesThatNearlyVanish(long p, long q) {
    Formula e = new Expr(p, q, 1, true);
    Surd surd = e.evaluate(Surd.NUMBERS);
    DecimalInterval decimals = e.evaluate(DECIMALS);
    assertThat(surd.bits(1)).isEqualTo(decimals.bits(1)).isPositive();
    assertThat(surd.bits(100)).isEqualTo(decimals.bits(100));
    assertThat(surd.ceiling()).contains(BigInteger.ONE);
  }

  @Test
  void threeMinusTheRootOfTwo() {
    Surd value = new Expr(3, 2, 1, true).evaluate(Surd.NUMBERS);
    assertThat(value.ceiling()).contains(BigInteger.TWO);
    assertThat(value.bits(1)).isZero();
    Surd seventh = new Expr(3, 2, 7, true).evaluate(Surd.NUMBERS);
    assertThat(seventh.ceiling()).contains(BigInteger.ONE);
    // log2(7/(3 − √2)) = 2.14223...
    assertThat(seventh.bits(1)).isEqualTo(2);
    assertThat(seventh.bits(100)).isEqualTo(214);
    assertThat(value.compare(Surd.NUMBERS.of(Rational.of(1585786437, 1_000_000_000)))).hasValue(1);
    assertThat(value.compare(Surd.NUMBERS.of(Rational.of(1585786438, 1_000_000_000)))).hasValue(-1);
  }
}
