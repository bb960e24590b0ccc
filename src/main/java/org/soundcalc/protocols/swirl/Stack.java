package org.soundcalc.protocols.swirl;

import java.math.BigInteger;

/**
 * The stacked matrix, and the code of its columns.
 *
 * @param skip l_skip: log2 of the rows that the univariate round covers, ≥ 0
 * @param variables n_stack: the multilinear variables beside them, ≥ 0
 * @param width w: columns, ≥ 1
 * @param logBlowup μ_0: log2 of 1/ρ, ≥ 1
 */
record Stack(int skip, int variables, long width, int logBlowup) {
  /** m_0 = l_skip + n_stack: log2 of the rows. */
  int logHeight() {
    return skip + variables;
  }

  /** σ = 2^l_skip − 1: the largest degree of a column over the rows of the univariate round. */
  BigInteger skipDegree() {
    return BigInteger.ONE.shiftLeft(skip).subtract(BigInteger.ONE);
  }
}
