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
     * Whether it may be found among profiles of the same (m, M).
     *
     * @param least the one of them with the smallest μ
     * @param moments the largest S1 and the smallest S2, nearly
     * @return false where every one of them is worse than one that was seen
     */
    boolean admits(FirstOrderProfile least, Moments moments);

    /**
     * {@return what was seen, as a number that falls with every better profile: while it stays,
     * what is admitted does}
     */
    double limit();

    /** {@return whether of those of the same (m, M) the first that is valid is the best} */
    boolean endsWithTheFirst();

    /**
     * Sees a profile.
     *
     * @param profile whose S1 may be positive
     * @param moments its S1 and S2, nearly
     * @return whether profiles of larger μ and the same (m, M) are to be seen
     */
    boolean visit(FirstOrderProfile profile, Moments moments);

    /**
     * Takes note of what a profile proves, if it does, without a look at it as one of the grid's.
     *
     * @param profile whose S1 may be positive
     * @param moments its S1 and S2, nearly
     */
    void know(FirstOrderProfile profile, Moments moments);
  }

  /** So few profiles are looked at one by one. */
  private static final long FEW = 3;

  private final ReedSolomonCode code;
  private final Search search;

  /** The last μ that was admitted for each M, from where it is looked for next. */
  private final long[] last = new long[(int) FirstOrderProfile.MOST_MULTIPLICITY];

  /** A μ that is admitted for each M, and what was seen when it was. */
  private final long[] admitted = new long[(int) FirstOrderProfile.MOST_MULTIPLICITY];

  private final double[] limits = new double[(int) FirstOrderProfile.MOST_MULTIPLICITY];

  /** The first μ at which S1 may be positive, for each M at the last m: near that of the next. */
  private final long[] first = new long[(int) FirstOrderProfile.MOST_MULTIPLICITY];

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
    long caps = mostCap(code, characteristic);
    FirstOrderGrid grid = new FirstOrderGrid(code, search);
    for (long m = 2; m <= FirstOrderProfile.MOST_MULTIPLICITY && caps > 0; m++) {
      for (long cap = 1; cap <= Math.min(m - 1, caps); cap++) {
        long most = (m * code.agreement() + cap - 1) / code.degree();
        long last = grid.lastDegree(cap, most);
        if (last < cap) {
          caps = cap - 1;
        } else {
          grid.scan(m, cap, last);
        }
      }
    }
  }

  /** {@return the largest M; 0 where there are no profiles} */
  private static long mostCap(ReedSolomonCode code, BigInteger characteristic) {
    boolean hasProfiles =
        code.dimension() > 1
            && code.dimension() < code.length()
            && code.isDegreeBelow(characteristic);
    BigInteger greatest = BigInteger.valueOf(FirstOrderProfile.MOST_MULTIPLICITY);
    return hasProfiles ? characteristic.min(greatest).longValueExact() - 1 : 0;
  }

  /** Lets a search know what one profile of the grid proves, if it does. */
  static void tell(ReedSolomonCode code, BigInteger characteristic, Proof proof, Search search) {
    long m = proof.m().longValueExact();
    if (proof.cap() <= mostCap(code, characteristic)
        && proof.mu() <= m * code.agreement() / code.degree()) {
      Moments moments = new FirstOrderGrid(code, search).moments(m, proof.cap(), proof.mu());
      search.know(new FirstOrderProfile(code, m, proof.cap(), proof.mu()), moments);
    }
  }

  /** {@return S1 and S2, M ≤ μ ≤ mA/D, nearly} */
  private Moments moments(long m, long cap, long mu) {
    NearSums sums = new NearSums(code, m, cap);
    double coefficients = sums.coefficients(mu);
    double missing = sums.missing(mu);
    double s2 = weighted(m, cap, mu);
    double size = coefficients + missing;
    return new Moments(coefficients - missing, s2, (mu + 8) * 0x1p-52 * size);
  }

  /** {@return the last μ ≤ T that is admitted; M − 1 if none is, nor for any larger M} */
  private long lastDegree(long cap, long most) {
    int index = (int) cap;
    long hint = Math.min(last[index], most);
    boolean isKnown = hint <= admitted[index] && limits[index] == search.limit();
    if (hint < cap || isKnown) {
      return hint;
    }
    limits[index] = search.limit();
    if (!search.admits(cap, hint)) {
      hint = MonotoneBisection.last(cap, hint, hint, mu -> search.admits(cap, mu));
      last[index] = hint;
    }
    admitted[index] = hint;
    return hint;
  }

  /**
   * Shows the profiles of (m, M) that may be the least. Up to t = mA/D nothing is cut off: there
   * N_t falls evenly from M on and r_t ever more slowly, so that N_t − n·r_t is concave, and S1
   * falls, grows up to the last t at which N_t − n·r_t ≥ 0, and falls. N_t − n·r_t falls from where
   * r_t does so by at most (M + 1)D/n.
   *
   * <p>No μ with N_μ ≤ n·r_μ proves less than μ − 1: where S2/S1 ≥ μ there, it is not smaller at μ;
   * where it is not, h = ℓμ at μ is not smaller.
   */
  private void scan(long m, long cap, long most) {
    long whole = Math.min(most, m * code.agreement() / code.degree());
    NearSums sums = new NearSums(code, m, cap);
    if (whole >= cap) {
      long peak = peak(m, cap, whole);
      if (sums.mayBePositive(cap, 0)) {
        if (!show(m, cap, cap, Math.max(cap, peak))) {
          return;
        }
      } else if (peak > cap && sums.mayBePositive(peak, 0)) {
        if (!narrow(m, cap, firstPositive(sums, cap, peak), peak)) {
          return;
        }
      }
    }
    double more = whole < most ? excess(m, cap, whole + 1, most) : 0;
    if (more > 0 && sums.mayBePositive(whole, more)) {
      show(m, cap, Math.max(cap, whole + 1), most);
    }
  }

  /** {@return where S1 may begin to be positive, from M on, where it may be at the peak} */
  private long firstPositive(NearSums sums, long cap, long peak) {
    int index = (int) cap;
    long hint = Math.max(cap, Math.min(first[index] - 1, peak));
    first[index] = 1 + MonotoneBisection.last(cap, peak, hint, t -> !sums.mayBePositive(t, 0));
    return first[index];
  }

  /**
   * {@return the last t up to {@code whole} with N_t ≥ n·r_t, or before where r_t begins to fall}
   */
  private long peak(long m, long cap, long whole) {
    long falling = m + cap - 2 * ((cap + 1) * code.degree() / code.length());
    long first = Math.min(whole, Math.max(cap, falling));
    return MonotoneBisection.last(
        first, whole, whole, t -> coefficients(m, cap, t) >= code.length() * conditions(m, cap, t));
  }

  /**
   * Shows what is admitted from a first μ to a last one, between which S1 and S2 grow if they do at
   * the first.
   *
   * @return whether more are to be seen
   */
  private boolean narrow(long m, long cap, long first, long last) {
    boolean grow = coefficients(m, cap, first) >= code.length() * conditions(m, cap, first);
    if (last - first < FEW || search.endsWithTheFirst() || !grow) {
      return show(m, cap, first, last);
    }
    FirstOrderProfile least = new FirstOrderProfile(code, m, cap, first);
    Moments most = moments(m, cap, last);
    double s2 = Math.max(0, weighted(m, cap, first) - first * most.error());
    if (!search.admits(least, new Moments(most.s1(), s2, most.error()))) {
      return true;
    }
    long middle = first + (last - first) / 2;
    return narrow(m, cap, first, middle) && narrow(m, cap, middle + 1, last);
  }

  private static double degrees(long cap, long t) {
    return (cap + 1) * (t * (t + 1.0) / 2 - cap * (cap - 1) / 6.0);
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

  /**
   * Shows the profiles from a first μ on, M ≤ μ ≤ mA/D + 1: those before prove nothing.
   *
   * @return whether more are to be seen
   */
  private boolean show(long m, long cap, long first, long most) {
    NearSums sums = new NearSums(code, m, cap);
    double coefficients = sums.coefficients(first - 1);
    double missing = sums.missing(first - 1);
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
        return false;
      }
    }
    return true;
  }

  private long coefficients(long m, long cap, long t) {
    return new Interpolation(code, m, cap).coefficients(t);
  }

  private long conditions(long m, long cap, long t) {
    return new Interpolation(code, m, cap).conditions(t);
  }
}
