package org.soundcalc.regimes.dkt;

/**
 * The two parts of S1 at (m, M) in doubles, up to degrees t from M − 1 to mA/D, where nothing is
 * cut off: what no degree changes is found once.
 */
final class NearSums {
  /** Rounding moves S1 by less than this part of what it is the difference of. */
  private static final double ROUNDING = 0x1p-48;

  private final int m;
  private final int cap;
  private final double places;
  private final double degree;
  private final double length;

  /** M(M + 1)/2, M(M + 1)(2M + 1)/6 and M(M − 1)/6. */
  private final double half;

  private final double squares;
  private final double sixth;

  /**
   * Sums at a multiplicity and a cap.
   *
   * @param code n, D and A
   * @param m the multiplicity, from 2 to {@link FirstOrderProfile#MOST_MULTIPLICITY}
   * @param cap M, from 1 to m − 1
   */
  NearSums(ReedSolomonCode code, long m, long cap) {
    this.m = (int) m;
    this.cap = (int) cap;
    this.places = (double) m * code.agreement();
    this.degree = code.degree();
    this.length = code.length();
    this.half = cap * (cap + 1) / 2.0;
    this.squares = half * (2 * cap + 1) / 3;
    this.sixth = cap * (cap - 1) / 6.0;
  }

  /** {@return Σ N_t up to t, with what {@link #missing} takes from it} */
  double coefficients(long t) {
    return places * ((cap + 1) * (t + 1.0) - half) + ((t + 1) * half - squares);
  }

  /** {@return D·Σ t·(min(t, M) + 1) + n·Σ r_t up to t} */
  double missing(long t) {
    return degree * ((cap + 1) * (t * (t + 1.0) / 2 - sixth)) + length * Conditions.sum(m, cap, t);
  }

  /**
   * {@return whether S1 at t and what is added to it may be more than 0}
   *
   * @param t the degree
   * @param added ≥ 0
   */
  boolean mayBePositive(long t, double added) {
    double sum = coefficients(t) + added;
    double missing = missing(t);
    return sum - missing > -ROUNDING * (sum + missing);
  }
}
