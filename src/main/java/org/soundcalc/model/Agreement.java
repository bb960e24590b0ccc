package org.soundcalc.model;

import java.math.BigInteger;

/**
 * The agreement that a regime chose for a code, and what it proves of the code there.
 *
 * @param points A, the points on which a word must agree with a codeword to be near it
 * @param length n ≥ A, the code's
 * @param proof which proof counts, such as {@code m=34 M=0 mu=48}
 * @param count E, how many challenges are exceptional at most
 * @param list Λ, how many codewords are near a word at most
 */
public record Agreement(long points, long length, String proof, BigInteger count, BigInteger list) {
  /**
   * The agreement of a code.
   *
   * @param points A
   * @param length n
   * @param proof which proof counts
   * @param count E
   * @param list Λ
   * @throws IllegalArgumentException unless 1 ≤ A ≤ n and neither bound is negative
   */
  public Agreement {
    if (points < 1 || points > length || count.signum() < 0 || list.signum() < 0) {
      throw new IllegalArgumentException("agreement " + points + " of " + length);
    }
  }

  /** {@return such as {@code 23876374/33554432}} */
  public String fraction() {
    return points + "/" + length;
  }
}
