package org.soundcalc.model;

import java.math.BigInteger;

/**
 * How large a proof or a part of one is, in bits.
 *
 * @param expectedBits on average over the verifier's queries; of a whole proof never above the
 *     worst case
 * @param worstCaseBits at most
 */
public record ProofSize(BigInteger expectedBits, BigInteger worstCaseBits) {
  /** No bits. */
  public static final ProofSize NONE = exactly(BigInteger.ZERO);

  private static final int LOG2_BITS_PER_KIB = 13;

  /**
   * {@return a part that always has this size}
   *
   * @param bits worst case and expected alike, ≥ 0
   */
  public static ProofSize exactly(BigInteger bits) {
    return new ProofSize(bits, bits);
  }

  /**
   * {@return a part that always has this size}
   *
   * @param bits worst case and expected alike, ≥ 0
   */
  public static ProofSize exactly(long bits) {
    return exactly(BigInteger.valueOf(bits));
  }

  /**
   * {@return the size of this and {@code other} together}
   *
   * @param other a part of the same proof
   */
  public ProofSize plus(ProofSize other) {
    return new ProofSize(
        expectedBits.add(other.expectedBits), worstCaseBits.add(other.worstCaseBits));
  }

  /**
   * {@return a whole proof's size: an expectation above the worst case comes from rounding up
   * alone}
   */
  public ProofSize whole() {
    return new ProofSize(expectedBits.min(worstCaseBits), worstCaseBits);
  }

  /**
   * {@return whole KiB in {@code bits}, rounded down}
   *
   * @param bits of a proof, or by how much two differ; a KiB is 8192 of them
   */
  public static BigInteger kib(BigInteger bits) {
    return bits.shiftRight(LOG2_BITS_PER_KIB);
  }
}
