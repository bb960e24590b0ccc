package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.math.Enclosures.contains;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/**
 * Random trees of operations on numbers of any magnitude, from below the subnormal doubles to above
 * the largest: every enclosure holds the exact value, and whatever it decides is so.
 */
class TreeOfOperationsTest {
  private static final int DEPTH = 4;

  @Provide
  Arbitrary<Expression> trees() {
    return trees(DEPTH);
  }

  private static Arbitrary<Expression> trees(int depth) {
    if (depth == 0) {
      return leaves();
    }
    Arbitrary<Expression> below = trees(depth - 1);
    Arbitrary<Expression> pairs =
        Combinators.combine(below, Arbitraries.integers().between(0, 5), below)
            .as((left, operation, right) -> left.then(operation, right));
    Arbitrary<Expression> singles =
        Combinators.combine(
                below,
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(-1200, 1200))
            .as(TreeOfOperationsTest::single);
    return Arbitraries.frequencyOf(Tuple.of(1, leaves()), Tuple.of(4, pairs), Tuple.of(2, singles));
  }

  private static Expression single(Expression e, int operation, int exponent) {
    return switch (operation) {
      case 0 -> e.pow(Math.floorMod(exponent, 4));
      case 1 -> e.timesPowerOfTwo(exponent);
      case 2 -> e.ceil();
      case 3 -> e.rootOfSquare();
      default -> e.logarithm();
    };
  }

  /** Doubles with all their digits, powers of two and their neighbours, small numbers and zero. */
  private static Arbitrary<Expression> leaves() {
    Arbitrary<Integer> exponents = Arbitraries.integers().between(-1130, 1030);
    Arbitrary<Rational> mantissas =
        Arbitraries.longs().between(1, (1L << 53) - 1).map(Rational::of);
    Arbitrary<Rational> besideOne =
        Arbitraries.longs()
            .between(-3, 3)
            .map(n -> Rational.ONE.plus(Rational.of(n).times(Rational.powerOfTwo(-53))));
    Arbitrary<Rational> scaled =
        Combinators.combine(Arbitraries.oneOf(mantissas, besideOne), exponents)
            .as((factor, e) -> factor.times(Rational.powerOfTwo(e)));
    Arbitrary<Rational> small =
        Combinators.combine(
                Arbitraries.longs().between(0, 1000), Arbitraries.longs().between(1, 1000))
            .as(Rational::of);
    return Arbitraries.oneOf(scaled, small).map(Expression::of);
  }

  @Property(seed = "20260101", tries = 1000)
  void doubles(@ForAll("trees") Expression a, @ForAll("trees") Expression b) {
    DoubleInterval enclosure = a.formula().evaluate(DoubleNumbers.INSTANCE);
    assertThat(contains(enclosure, a.exact())).isTrue();
    assertDecides(a, b, DoubleNumbers.INSTANCE);
  }

  @Property(seed = "20260101", tries = 500)
  void decimals(@ForAll("trees") Expression a, @ForAll("trees") Expression b) {
    assertDecimals(a, b, new DecimalNumbers(20));
  }

  @Property(seed = "20260101", tries = 500)
  void decimalsWithLongSums(@ForAll("trees") Expression a, @ForAll("trees") Expression b) {
    assertDecimals(a, b, DecimalNumbers.withLongSums(20));
  }

  @Tag("thorough")
  @Property(seed = "20260102", tries = 20_000)
  void manyDoubles(@ForAll("trees") Expression a, @ForAll("trees") Expression b) {
    doubles(a, b);
  }

  @Tag("thorough")
  @Property(seed = "20260102", tries = 5_000)
  void manyDecimals(@ForAll("trees") Expression a, @ForAll("trees") Expression b) {
    decimals(a, b);
  }

  private static void assertDecimals(Expression a, Expression b, DecimalNumbers x) {
    try {
      assertThat(contains(a.formula().evaluate(x), a.exact())).isTrue();
      assertDecides(a, b, x);
    } catch (UndecidedException divisorMayBeZero) {
      // Allowed: more digits decide.
    }
  }

  private static <T extends Decidable<T>> void assertDecides(
      Expression a, Expression b, Numbers<T> x) {
    T enclosure = a.formula().evaluate(x);
    if (a.exact().signum() > 0) {
      long bits = exactBits(a.exact());
      assertThat(enclosure.bits(1)).isIn(Decidable.UNDECIDED, bits);
      enclosure.leaves(bits + 1, 1).ifPresent(more -> assertThat(more).isFalse());
      if (bits > 0) {
        enclosure.leaves(bits, 1).ifPresent(all -> assertThat(all).isTrue());
      }
    }
    enclosure.ceiling().ifPresent(c -> assertThat(c).isEqualTo(a.exact().ceil()));
    enclosure
        .compare(b.formula().evaluate(x))
        .ifPresent(sign -> assertThat(sign).isEqualTo(a.exact().compareTo(b.exact())));
  }

  /** By definition: the largest b ≥ 0 with value·2^b ≤ 1. */
  private static long exactBits(Rational value) {
    BigInteger inverse = Rational.ONE.over(value).floor();
    return Math.max(0, inverse.bitLength() - 1L);
  }
}
