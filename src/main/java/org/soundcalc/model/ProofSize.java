package org.soundcalc.model;

import java.math.BigInteger;

/**
 * How large a proof is, in bits.
 *
 * @param expectedBits on average over the verifier's queries, never above the worst case
 * @param worstCaseBits at most
 */
public record ProofSize(BigInteger expectedBits, BigInteger worstCaseBits) {
  private static final int LOG2_BITS_PER_KIB = 13;

  /** An expectation above the worst case is one of rounding, and shown as the worst case. */
  public ProofSize {
    expectedBits = expectedBits.min(worstCaseBits);
  }

  /** Whole KiB in {@code bits}, rounded down. */
  public static BigInteger kib(BigInteger bits) {
    return bits.shiftRight(LOG2_BITS_PER_KIB);
  }
}
