package org.soundcalc.regimes.dkt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in doubles first is what an exhaustive scan in integers finds, proof and all. */
class ExhaustiveTest {
  private static final long LARGE = (1L << 31) - 1;

  @ParameterizedTest
  @CsvSource({
    // above the Johnson bound, at it, beyond it, and with nothing left
    "12, 4, 8, 1",
    "24, 6, 11, 2",
    "24, 12, 17, 1",
    "24, 12, 16, 3",
    "24, 12, 14, 1",
    "32, 4, 9, 7",
    // of dimension 2, whose grid is as long as the code
    "4, 2, 3, 1",
    "8, 2, 3, 3",
    "16, 2, 4, 1",
    "16, 2, 6, 7",
    // far beyond what fits 64 bits
    "1099511627776, 274877906944, 560000000000, 1",
    "1099511627776, 274877906944, 540000000000, 1433",
    "1125899906842624, 562949953421312, 787000000000000, 3"
  })
  void aCodeOfALargeField(long n, long k, long a, long ell) {
    assertEqual(new ReedSolomonCode(n, k, a), ell, BigInteger.ONE.shiftLeft(64));
  }

  /** The guards: p > D for tuned counts, p > max(D, M) for first-order ones. */
  @ParameterizedTest
  @CsvSource({"2, 8", "3, 8", "5, 8", "5, 7", "7, 7"})
  void aCodeOfASmallField(long characteristic, long a) {
    assertEqual(new ReedSolomonCode(16, 4, a), 1, BigInteger.valueOf(characteristic));
  }

  @Tag("thorough")
  @Property(tries = 60, seed = "20260101")
  void aShortCode(
      @ForAll @LongRange(min = 4, max = 40) long n,
      @ForAll @LongRange(min = 2, max = 20) long k,
      @ForAll @LongRange(min = 0, max = 40) long more,
      @ForAll @LongRange(min = 1, max = 200) long ell) {
    long dimension = Math.min(k, n - 1);
    assertEqual(
        new ReedSolomonCode(n, dimension, Math.min(n, dimension + more)),
        ell,
        BigInteger.valueOf(LARGE));
  }

  @Tag("thorough")
  @Property(tries = 30, seed = "20260101")
  void aLongCode(
      @ForAll @LongRange(min = 30, max = 50) long logLength,
      @ForAll @LongRange(min = 1, max = 5) long logInverseRate,
      @ForAll @LongRange(min = 900, max = 1100) long thousandths,
      @ForAll @LongRange(min = 1, max = 200) long ell) {
    long n = 1L << logLength;
    long k = n >> logInverseRate;
    long johnson = (long) Math.sqrt((double) n * k);
    assertEqual(
        new ReedSolomonCode(n, k, johnson / 1000 * thousandths), ell, BigInteger.ONE.shiftLeft(64));
  }

  private static void assertEqual(ReedSolomonCode code, long ell, BigInteger p) {
    PlainBounds.Plain johnson = PlainBounds.johnson(code, ell, p);
    Optional<Count> e0 = JohnsonCounts.count(code, ell, p);
    assertThat(e0.map(Count::exceptional)).isEqualTo(johnson.value());
    assertThat(e0.map(c -> c.proof().toString()).orElse("-")).isEqualTo(johnson.proof());
    PlainBounds.Plain first = PlainBounds.firstOrder(code, ell, p);
    Optional<Count> e1 = FirstOrderCounts.count(code, ell, p);
    assertThat(e1.map(Count::exceptional)).isEqualTo(first.value());
    assertThat(e1.map(c -> c.proof().toString()).orElse("-")).isEqualTo(first.proof());
    assertThat(Lists.firstOrder(code, p).map(ListBound::size)).isEqualTo(PlainBounds.list(code, p));
  }
}
