package org.soundcalc.analysis.gate;

import java.math.BigInteger;
import org.soundcalc.model.ProofSize;

/**
 * A limit on the final proof's size.
 *
 * @param bits the most whole bits
 * @param text as it was given, such as {@code 300 KiB}
 * @param measure which size it limits
 */
public record SizeLimit(BigInteger bits, String text, Measure measure) {
  /** Which of a proof's two sizes counts. */
  public enum Measure {
    /** The largest a proof can be. */
    WORST,
    /** The size on average over the verifier's queries. */
    EXPECTED;

    /**
     * {@return which of a proof's two sizes it is, in bits}
     *
     * @param size of a proof
     */
    public BigInteger of(ProofSize size) {
      return this == WORST ? size.worstCaseBits() : size.expectedBits();
    }
  }

  /**
   * {@return the size that the limit is about, worst case or expected, in bits}
   *
   * @param size of the zkVM's final proof
   */
  public BigInteger measured(ProofSize size) {
    return measure.of(size);
  }

  /**
   * {@return whether a proof is within the limit, which itself is admitted}
   *
   * @param size of the zkVM's final proof
   */
  public boolean admits(ProofSize size) {
    return admits(measured(size));
  }

  /**
   * {@return whether as many bits are within the limit}
   *
   * @param size by whichever measure
   */
  public boolean admits(BigInteger size) {
    return size.compareTo(bits) <= 0;
  }
}
