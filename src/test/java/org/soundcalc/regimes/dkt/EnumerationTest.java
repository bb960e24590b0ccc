package org.soundcalc.regimes.dkt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over F_5, where every word can be looked at. */
class EnumerationTest {
  private static final int Q = 5;
  private static final BigInteger FIVE = BigInteger.valueOf(Q);

  /** Constant codes: every line, or parabola, through every few words. */
  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1", "4, 1", "2, 2", "2, 3"})
  void noCurveHasMoreExceptionalChallenges(int n, int ell) {
    int[] most = new int[n + 1];
    long all = power(n * (ell + 1));
    for (long index = 0; index < all; index++) {
      int[] words = digits(index, n * (ell + 1));
      int[] exceptional = exceptional(words, n, ell);
      for (int a = 1; a <= n; a++) {
        most[a] = Math.max(most[a], exceptional[a]);
      }
    }
    assertThat(most[n]).as("some are exceptional").isPositive();
    for (int a = 1; a <= n; a++) {
      BigInteger bound =
          JohnsonCounts.count(new ReedSolomonCode(n, 1, a), ell, FIVE).orElseThrow().exceptional();
      assertThat(BigInteger.valueOf(most[a])).as("A = %d", a).isLessThanOrEqualTo(bound);
    }
  }

  /** For each A, the challenges z at which u_z has a value A times where some u_j has not. */
  private static int[] exceptional(int[] words, int n, int ell) {
    int[] counts = new int[n + 1];
    for (int z = 0; z < Q; z++) {
      int largest = 0;
      for (int value = 0; value < Q; value++) {
        int size = 0;
        int first = -1;
        boolean equal = true;
        for (int x = 0; x < n; x++) {
          if (at(words, n, ell, x, z) == value) {
            size++;
            first = first < 0 ? x : first;
            for (int j = 0; j <= ell; j++) {
              equal &= words[j * n + x] == words[j * n + first];
            }
          }
        }
        largest = equal ? largest : Math.max(largest, size);
      }
      for (int a = 1; a <= largest; a++) {
        counts[a]++;
      }
    }
    return counts;
  }

  /** u_z(x) = Σ z^j·u_j(x). */
  private static int at(int[] words, int n, int ell, int x, int z) {
    int value = 0;
    for (int j = ell; j >= 0; j--) {
      value = (value * z + words[j * n + x]) % Q;
    }
    return value;
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1", "5, 1", "3, 2", "4, 2", "5, 2", "4, 3", "5, 3"})
  void noWordHasMoreCodewordsNearIt(int n, int k) {
    long codewords = power(k);
    int[][] code =
        LongStream.range(0, codewords)
            .mapToObj(i -> codeword(digits(i, k), n))
            .toArray(int[][]::new);
    long[] most = new long[n + 1];
    for (long index = 0; index < power(n); index++) {
      int[] word = digits(index, n);
      long[] near = new long[n + 1];
      for (int[] one : code) {
        for (int a = agreement(word, one); a >= 0; a--) {
          near[a]++;
        }
      }
      for (int a = 0; a <= n; a++) {
        most[a] = Math.max(most[a], near[a]);
      }
    }
    for (int a = k; a <= n; a++) {
      ReedSolomonCode agreed = new ReedSolomonCode(n, k, a);
      assertThat(Lists.pairwise(agreed).isPresent()).isEqualTo(n * (k - 1) < a * a);
      if (n * (k - 1) < a * a) {
        BigInteger bound = Lists.pairwise(agreed).orElseThrow().size();
        assertThat(BigInteger.valueOf(most[a])).as("A = %d", a).isLessThanOrEqualTo(bound);
      }
    }
  }

  /** Of n places each with a value of its own, each is that of one constant. */
  @Test
  void theListOfConstantsIsAttained() {
    assertThat(Lists.pairwise(new ReedSolomonCode(5, 1, 1)).orElseThrow())
        .isEqualTo(new ListBound(FIVE, Proof.of(Theorem.PAIRWISE_LIST)));
  }

  @Test
  void nothingIsExceptionalWhereEveryWordIsACodeword() {
    Count count = JohnsonCounts.count(new ReedSolomonCode(5, 5, 5), 3, FIVE).orElseThrow();
    assertThat(count.exceptional()).isZero();
    assertThat(count.proof()).hasToString("k = n");
    assertThat(FirstOrderCounts.count(new ReedSolomonCode(5, 5, 5), 3, FIVE)).hasValue(count);
  }

  private static int[] codeword(int[] coefficients, int n) {
    int[] word = new int[n];
    for (int x = 0; x < n; x++) {
      for (int j = coefficients.length - 1; j >= 0; j--) {
        word[x] = (word[x] * x + coefficients[j]) % Q;
      }
    }
    return word;
  }

  private static int agreement(int[] word, int[] other) {
    int equal = 0;
    for (int x = 0; x < word.length; x++) {
      equal += word[x] == other[x] ? 1 : 0;
    }
    return equal;
  }

  private static int[] digits(long index, int count) {
    int[] digits = new int[count];
    long rest = index;
    for (int i = 0; i < count; i++) {
      digits[i] = (int) (rest % Q);
      rest /= Q;
    }
    return digits;
  }

  private static long power(int exponent) {
    return BigInteger.valueOf(Q).pow(exponent).longValueExact();
  }
}
