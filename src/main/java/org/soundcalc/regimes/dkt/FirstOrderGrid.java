package org.soundcalc.regimes.dkt;

import java.math.BigInteger;

/**
 * The profiles that first-order bounds are looked for among: m = 2..40, M = 1..m − 1 and μ = M..T
 * with T = ⌊(mA + M − 1)/D⌋, in this order. S1 and S2 are summed once for each (m, M), over t: what
 * they are at μ is the sum up to there, whatever ℓ.
 */
final class FirstOrderGrid {
  /** What is done with a profile that may be valid. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Sees a profile.
     *
     * @param profile whose S1 may be positive
     * @param moments its S1 and S2, nearly
     * @return whether profiles of larger μ and the same (m, M) are to be seen
     */
    boolean visit(FirstOrderProfile profile, Moments moments);
  }

  private final ReedSolomonCode code;

  private FirstOrderGrid(ReedSolomonCode code) {
    this.code = code;
  }

  /**
   * Shows every profile that may be valid.
   *
   * @param code n, k and A
   * @param characteristic p of the field, prime: profiles need p > max(D, M)
   * @param visitor sees them
   */
  static void scan(ReedSolomonCode code, BigInteger characteristic, Visitor visitor) {
    if (code.dimension() == 1
        || code.dimension() == code.length()
        || !code.isDegreeBelow(characteristic)) {
      return;
    }
    long caps =
        characteristic.min(BigInteger.valueOf(FirstOrderProfile.MOST_MULTIPLICITY)).longValueExact()
            - 1;
    FirstOrderGrid grid = new FirstOrderGrid(code);
    for (long m = 2; m <= FirstOrderProfile.MOST_MULTIPLICITY; m++) {
      for (long cap = 1; cap <= Math.min(m - 1, caps); cap++) {
        grid.scan(m, cap, visitor);
      }
    }
  }

  private void scan(long m, long cap, Visitor visitor) {
    long most = (m * code.agreement() + cap - 1) / code.degree();
    double s1 = 0;
    double s2 = 0;
    double size = 0;
    for (long t = 0; t <= most; t++) {
      long coefficients = coefficients(m, cap, t);
      long conditions = code.length() * conditions(m, cap, t);
      s1 += coefficients - conditions;
      s2 += (double) t * (coefficients - conditions);
      size += coefficients + conditions;
      if (t >= cap) {
        // t + 1 sums, and as many conversions, with a rounding each
        Moments moments = new Moments(s1, s2, (t + 4) * 0x1p-52 * size);
        if (!moments.isImpossible()
            && !visitor.visit(new FirstOrderProfile(code, m, cap, t), moments)) {
          return;
        }
      }
    }
  }

  /** {@return N_t: the positive ones of the integers from mA − Dt to mA + min(t, M) − Dt, added} */
  private long coefficients(long m, long cap, long t) {
    long least = m * code.agreement() - code.degree() * t;
    long most = least + Math.min(t, cap);
    long first = Math.max(0, least);
    return most < first ? 0 : (most - first + 1) * (first + most) / 2;
  }

  /**
   * {@return r_t} From s = a = max(0, t − M) on, g(s, t) grows by 1 up to w = min(t, M) + 1, so
   * that r_t = Σ_{x=1..m−a} min(x, w, m − a + 1 − x), unless s is cut off by mA − (D − 1)t.
   */
  private long conditions(long m, long cap, long t) {
    long first = Math.max(0, t - cap);
    long end = Math.min(m, m * code.agreement() - (code.degree() - 1) * t);
    if (end <= first) {
      return 0;
    }
    long rest = m - first;
    if (end == m) {
      long width = Math.min(Math.min(t, cap) + 1, (rest + 1) / 2);
      return width * (rest + 1 - width);
    }
    long sum = 0;
    for (long x = 1; x <= end - first; x++) {
      sum += Math.min(Math.min(x, Math.min(t, cap) + 1), rest + 1 - x);
    }
    return sum;
  }
}
