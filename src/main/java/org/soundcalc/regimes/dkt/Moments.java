package org.soundcalc.regimes.dkt;

/**
 * S1 and S2 of a profile in doubles: differences of large sums, which may cancel. Where S1 is not
 * lost in its rounding, the slope S2/S1 is known well enough.
 *
 * @param s1 S1, nearly
 * @param s2 S2, nearly, with an error of at most μ times that of S1
 * @param error of S1, at most; 0 where both are exact
 */
record Moments(double s1, double s2, double error) {
  /** S1 that many times its error: the slope is then off by 2^-21 of itself or of μ, at most. */
  private static final double CERTAIN = 0x1p22;

  /** {@return whether S1 ≤ 0 is certain: the profile proves nothing} */
  boolean isImpossible() {
    return s1 <= 0 && s1 <= -error;
  }

  /** {@return whether S1 > 0 is certain, and S2/S1 known} */
  boolean isCertain() {
    return s1 > CERTAIN * error;
  }

  /**
   * {@return max(ℓμ, ⌊ℓ·S2/S1⌋) at least}
   *
   * @param ell ℓ, ≥ 1
   * @param mu μ, ≥ 1
   */
  double leastDegree(long ell, long mu) {
    double slope = isCertain() ? s2 / s1 * Candidates.LOWER : 0;
    return Math.max((double) ell * mu, Math.floor(ell * slope));
  }

  /**
   * {@return max(ℓμ, ⌊ℓ·S2/S1⌋) at most, but for a part in 10^6 that what is computed with it has
   * room for; only where S1 is certain}
   *
   * @param ell ℓ, ≥ 1
   * @param mu μ, ≥ 1
   */
  double greatestDegree(long ell, long mu) {
    return Math.max((double) ell * mu, Math.floor(ell * (s2 / s1 * Candidates.UPPER)));
  }
}
