package org.soundcalc.model;

/** How a verifier's randomness combines n functions into one. */
public enum Batching {
  /** Independent coefficients: the cost of one combination. */
  AFFINE,
  /** Powers of one coefficient: n − 1 times that cost. */
  POWERS,
  /** The multilinear eq-coefficients of ⌈log2 n⌉ challenges: that many times the cost. */
  MULTILINEAR;

  /**
   * The challenges that n multilinear coefficients take.
   *
   * @param n how many, ≥ 1
   * @return ⌈log2 n⌉
   */
  public static int ceilLog2(long n) {
    return Long.SIZE - Long.numberOfLeadingZeros(n - 1);
  }
}
