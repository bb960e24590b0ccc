package org.soundcalc.regimes.dkt;

import java.math.BigInteger;

/**
 * What an interpolation of first order has to choose and to meet, in degree t of its last variable:
 * N_t coefficients, and r_t conditions at each of the n places [DKT26 Lemma 3.12].
 *
 * @param code of dimension 2 or more and less than its length
 * @param m the multiplicity, from 2 to {@link FirstOrderProfile#MOST_MULTIPLICITY}
 * @param cap M, ≥ 1
 */
record Interpolation(ReedSolomonCode code, long m, long cap) {
  private static final int HALF = 32;
  private static final long LOWER_HALF = (1L << HALF) - 1;
  private static final long BLOCK = 1024;

  /**
   * Sums over t up to μ.
   *
   * @param s1 Σ (N_t − n·r_t)
   * @param s2 Σ t·(N_t − n·r_t)
   */
  record Sums(BigInteger s1, BigInteger s2) {}

  /**
   * {@return S1 and S2} Upper and lower halves are added apart, so many that a long holds them.
   *
   * @param mu μ, up to ⌊(mA + M − 1)/D⌋
   */
  Sums sums(long mu) {
    BigInteger s1 = BigInteger.ZERO;
    BigInteger s2 = BigInteger.ZERO;
    for (long from = 0; from <= mu; from += BLOCK) {
      long upper = 0;
      long lower = 0;
      long upperWeighted = 0;
      long lowerWeighted = 0;
      for (long t = from; t <= Math.min(mu, from + BLOCK - 1); t++) {
        long more = coefficients(t) - code.length() * conditions(t);
        upper += more >> HALF;
        lower += more & LOWER_HALF;
        upperWeighted += (t - from) * (more >> HALF);
        lowerWeighted += (t - from) * (more & LOWER_HALF);
      }
      BigInteger sum = BigInteger.valueOf(upper).shiftLeft(HALF).add(BigInteger.valueOf(lower));
      s1 = s1.add(sum);
      s2 =
          s2.add(BigInteger.valueOf(from).multiply(sum))
              .add(BigInteger.valueOf(upperWeighted).shiftLeft(HALF))
              .add(BigInteger.valueOf(lowerWeighted));
    }
    return new Sums(s1, s2);
  }

  /** {@return N_t: the positive ones of the integers from mA − Dt to mA + min(t, M) − Dt, added} */
  long coefficients(long t) {
    long least = m * code.agreement() - code.degree() * t;
    long most = least + Math.min(t, cap);
    long first = Math.max(0, least);
    return most < first ? 0 : (most - first + 1) * (first + most) / 2;
  }

  /** {@return r_t, where s may be cut off by mA − (D − 1)t} */
  long conditions(long t) {
    long first = Math.max(0, t - cap);
    long end = Math.min(m, m * code.agreement() - (code.degree() - 1) * t);
    if (end <= first) {
      return 0;
    }
    if (end == m) {
      return Conditions.at(m, cap, t);
    }
    long rest = m - first;
    long sum = 0;
    for (long x = 1; x <= end - first; x++) {
      sum += Math.min(Math.min(x, Math.min(t, cap) + 1), rest + 1 - x);
    }
    return sum;
  }
}
