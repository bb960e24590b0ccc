package org.soundcalc.regimes.dkt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.soundcalc.math.Rational;

/** More agreement never means more exceptional challenges or codewords. */
class MonotonicityTest {
  private static final BigInteger LARGE = BigInteger.ONE.shiftLeft(64);

  @Property(tries = 200, seed = "20260101")
  void countsAndListsNeverIncrease(
      @ForAll @LongRange(min = 4, max = 1L << 40) long n,
      @ForAll @LongRange(min = 2, max = 32) long inverseRate,
      @ForAll @LongRange(min = 700, max = 1300) long thousandths,
      @ForAll @LongRange(min = 1, max = 2000) long ell,
      @ForAll @LongRange(min = 1, max = 1L << 32) long step) {
    long k = Math.max(2, n / inverseRate);
    long johnson = (long) Math.sqrt((double) n * k);
    long a = Math.max(k, Math.min(n - 1, johnson * thousandths / 1000));
    ReedSolomonCode code = new ReedSolomonCode(n, k, a);
    ReedSolomonCode closer = new ReedSolomonCode(n, k, Math.min(n, a + step));
    Optional<BigInteger> e0 = e0(code, ell);
    Optional<BigInteger> e1 = e1(code, ell);
    Optional<BigInteger> list = list(code);
    assertNotAbove(e0(closer, ell), e0);
    assertNotAbove(e1(closer, ell), e1);
    assertNotAbove(list(closer), list);
    assertNotAbove(e1, e0);
    assertNotAbove(list, Lists.pairwise(code).map(ListBound::size));
  }

  /** Every agreement of a few codes, step by step. */
  @Test
  void alongEveryAgreementOfACode() {
    for (long k : new long[] {2, 3, 8, 16, 32, 62, 63}) {
      for (long a = k; a < 64; a++) {
        ReedSolomonCode code = new ReedSolomonCode(64, k, a);
        ReedSolomonCode closer = new ReedSolomonCode(64, k, a + 1);
        assertNotAbove(e0(closer, 3), e0(code, 3));
        assertNotAbove(e1(closer, 3), e1(code, 3));
        assertNotAbove(list(closer), list(code));
      }
    }
  }

  /** Convexity: the threshold that bisection finds is the best of all. */
  @Property(tries = 100, seed = "20260101")
  void noThresholdIsBetter(
      @ForAll @LongRange(min = 8, max = 60) long n,
      @ForAll @LongRange(min = 2, max = 30) long k,
      @ForAll @LongRange(min = 500, max = 1000) long thousandths,
      @ForAll @LongRange(min = 1, max = 50) long ell) {
    long dimension = Math.min(k, n / 2);
    long a = Math.max(dimension, n * thousandths / 1000);
    ReedSolomonCode code = new ReedSolomonCode(n, dimension, a);
    FirstOrderProfile profile = new FirstOrderProfile(code, 12, 3, (12 * a + 2) / code.degree());
    BigInteger curve = BigInteger.valueOf(ell);
    Assume.that(profile.count(curve).isPresent());
    Rational bound = profile.bound(curve);
    for (long l = dimension; l <= a; l++) {
      assertThat(bound).isLessThanOrEqualTo(profile.boundAt(l, curve));
    }
  }

  @Test
  void whatIsNoCode() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ReedSolomonCode(8, 0, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new ReedSolomonCode(8, 4, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new ReedSolomonCode(8, 4, 9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReedSolomonCode((1L << 50) + 1, 4, 9))
        .withMessageContaining("n = 1125899906842625");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> e0(new ReedSolomonCode(8, 4, 7), 0))
        .withMessageContaining("degree 0");
  }

  private static void assertNotAbove(Optional<BigInteger> value, Optional<BigInteger> other) {
    if (other.isPresent()) {
      assertThat(value).isPresent();
      assertThat(value.get()).isLessThanOrEqualTo(other.get());
    }
  }

  private static Optional<BigInteger> e0(ReedSolomonCode code, long ell) {
    return JohnsonCounts.count(code, ell, LARGE).map(Count::exceptional);
  }

  private static Optional<BigInteger> e1(ReedSolomonCode code, long ell) {
    return FirstOrderCounts.count(code, ell, LARGE).map(Count::exceptional);
  }

  private static Optional<BigInteger> list(ReedSolomonCode code) {
    return Lists.firstOrder(code, LARGE).map(ListBound::size);
  }
}
