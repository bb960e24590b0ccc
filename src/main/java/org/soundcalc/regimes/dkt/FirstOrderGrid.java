package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.Arrays;
import org.soundcalc.math.MonotoneBisection;

/**
 * The profiles that first-order bounds are looked for among: m = 2..40, M = 1..m − 1 and μ = M..T
 * with T = ⌊(mA + M − 1)/D⌋, in this order. S1 and S2 are summed once for each (m, M), over t: what
 * they are at μ is the sum up to there, whatever ℓ.
 */
final class FirstOrderGrid {
  /** What is looked for among the profiles. */
  interface Search {
    /**
     * Whether it may be found at a cap M and a degree μ, whatever the multiplicity; if not, nor
     * from there on in M or in μ.
     *
     * @param cap M
     * @param mu μ
     * @return false where every profile is worse than one that was seen
     */
    boolean admits(long cap, long mu);

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
  private final Search search;

  /** The last μ that was admitted for each M, from where it is looked for next. */
  private final long[] last = new long[(int) FirstOrderProfile.MOST_MULTIPLICITY];

  private FirstOrderGrid(ReedSolomonCode code, Search search) {
    this.code = code;
    this.search = search;
    Arrays.fill(last, Long.MAX_VALUE);
  }

  /**
   * Shows every profile that may be valid and is admitted.
   *
   * @param code n, k and A
   * @param characteristic p of the field, prime: profiles need p > max(D, M)
   * @param search sees them
   */
  static void scan(ReedSolomonCode code, BigInteger characteristic, Search search) {
    if (code.dimension() == 1
        || code.dimension() == code.length()
        || !code.isDegreeBelow(characteristic)) {
      return;
    }
    BigInteger greatest = BigInteger.valueOf(FirstOrderProfile.MOST_MULTIPLICITY);
    long caps = characteristic.min(greatest).longValueExact() - 1;
    FirstOrderGrid grid = new FirstOrderGrid(code, search);
    for (long m = 2; m <= FirstOrderProfile.MOST_MULTIPLICITY; m++) {
      for (long cap = 1; cap <= Math.min(m - 1, caps); cap++) {
        long most = (m * code.agreement() + cap - 1) / code.degree();
        long first = grid.firstDegree(m, cap, most);
        if (first <= most) {
          long last = grid.lastDegree(cap, most);
          if (last < cap) {
            caps = cap - 1;
          } else {
            grid.scan(m, cap, first, last);
          }
        }
      }
    }
  }

  /** {@return the last μ ≤ T that is admitted; M − 1 if none is, nor for any larger M} */
  private long lastDegree(long cap, long most) {
    long hint = Math.max(cap, Math.min(last[(int) cap], most));
    last[(int) cap] = MonotoneBisection.last(cap, most, hint, mu -> search.admits(cap, mu));
    return last[(int) cap];
  }

  /**
   * {@return the first μ from M to {@code most} at which S1 may be positive; beyond it if none is}
   * Up to t = mA/D nothing is cut off: there N_t falls evenly from M on and r_t ever more slowly,
   * so that N_t − n·r_t is concave, and S1 falls, grows up to the last t at which N_t − n·r_t ≥ 0,
   * and falls. N_t − n·r_t falls from where r_t does so by at most (M + 1)D/n.
   */
  private long firstDegree(long m, long cap, long most) {
    long whole = Math.min(most, m * code.agreement() / code.degree());
    if (whole >= cap && mayBePositive(m, cap, cap, 0)) {
      return cap;
    }
    long falling = m + cap - 2 * ((cap + 1) * code.degree() / code.length());
    long first = Math.min(whole, Math.max(cap, falling));
    long peak =
        MonotoneBisection.last(
            first,
            whole,
            whole,
            t -> coefficients(m, cap, t) >= code.length() * conditions(m, cap, t));
    if (peak > cap && mayBePositive(m, cap, peak, 0)) {
      return 1 + MonotoneBisection.last(cap, peak, cap, t -> !mayBePositive(m, cap, t, 0));
    }
    return most > whole && mayBePositive(m, cap, whole, excess(m, cap, whole + 1, most))
        ? whole
        : most + 1;
  }

  /** {@return whether S1 at t and what is added to it may be more than 0} */
  private boolean mayBePositive(long m, long cap, long t, double added) {
    double sum = sumOfCoefficients(m, cap, t) + added;
    double missing = sumOfMissing(cap, t) + sumOfConditions(m, cap, t);
    return sum - missing > -0x1p-48 * (sum + missing);
  }

  /** {@return Σ N_t up to t, M − 1 ≤ t ≤ mA/D, with what {@link #sumOfMissing} takes from it} */
  private double sumOfCoefficients(long m, long cap, long t) {
    double all = (cap + 1) * (t + 1) - cap * (cap + 1) / 2.0;
    double caps = (t + 1) * cap * (cap + 1) / 2.0 - cap * (cap + 1) * (2 * cap + 1) / 6.0;
    return (double) m * code.agreement() * all + caps;
  }

  /** {@return D·Σ t·(min(t, M) + 1) up to t} */
  private double sumOfMissing(long cap, long t) {
    return code.degree() * degrees(cap, t);
  }

  private static double degrees(long cap, long t) {
    return (cap + 1) * (t * (t + 1.0) / 2 - cap * (cap - 1) / 6.0);
  }

  /** {@return n·Σ r_t up to t} */
  private double sumOfConditions(long m, long cap, long t) {
    return (double) code.length() * Conditions.sum((int) m, (int) cap, t);
  }

  /** {@return S2 at t, M − 1 ≤ t ≤ mA/D} */
  private double weighted(long m, long cap, long t) {
    double product = (cap - 1) * cap * (cap + 1);
    double caps = cap * (cap + 1.0) * t * (t + 1.0) / 4 - product * (3 * cap + 2) / 24;
    double squares = (cap + 1) * (t * (t + 1.0) * (2 * t + 1) / 6) - product * cap / 12;
    double coefficients = (double) m * code.agreement() * degrees(cap, t) + caps;
    double conditions = (double) code.length() * Conditions.weighted((int) m, (int) cap, t);
    return coefficients - code.degree() * squares - conditions;
  }

  /** {@return the positive N_t − n·r_t, added} */
  private double excess(long m, long cap, long first, long last) {
    double sum = 0;
    for (long t = first; t <= last; t++) {
      sum += Math.max(0, coefficients(m, cap, t) - code.length() * conditions(m, cap, t));
    }
    return sum;
  }

  /** Shows the profiles from a first μ on, M ≤ μ ≤ mA/D + 1: those before prove nothing. */
  private void scan(long m, long cap, long first, long most) {
    double coefficients = sumOfCoefficients(m, cap, first - 1);
    double missing = sumOfMissing(cap, first - 1) + sumOfConditions(m, cap, first - 1);
    double s1 = coefficients - missing;
    double s2 = weighted(m, cap, first - 1);
    double size = coefficients + missing;
    for (long t = first; t <= most; t++) {
      long more = coefficients(m, cap, t);
      long less = code.length() * conditions(m, cap, t);
      s1 += more - less;
      s2 += (double) t * (more - less);
      size += more + less;
      // t + 8 sums and products at most, and as many conversions, with a rounding each
      double error = t * size < 0x1p53 ? 0 : (t + 8) * 0x1p-52 * size;
      if (s1 > -error
          && !search.visit(new FirstOrderProfile(code, m, cap, t), new Moments(s1, s2, error))) {
        return;
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

  /** {@return r_t, where s may be cut off by mA − (D − 1)t} */
  private long conditions(long m, long cap, long t) {
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
