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
   * The factor by which combining {@code n} functions multiplies the affine error.
   *
   * @param n number of functions, ≥ 1
   */
  public long factor(long n) {
    return switch (this) {
      case AFFINE -> 1;
      case POWERS -> n - 1;
      case MULTILINEAR -> ceilLog2(n);
    };
  }

  /** ⌈log2 n⌉ for n ≥ 1. */
  public static int ceilLog2(long n) {
    return Long.SIZE - Long.numberOfLeadingZeros(n - 1);
  }
}
