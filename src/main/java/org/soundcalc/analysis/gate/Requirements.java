package org.soundcalc.analysis.gate;

import java.util.Optional;

/**
 * What is asked of each zkVM.
 *
 * @param minBits the least bits of the zkVM's figure, ≥ 0
 * @param maxProofSize the limit on its final proof, if there is one
 * @param conjecturesCount whether figures under regimes that are not proven satisfy it
 * @param recursion whether the figure of the whole tree needs the least bits too, proven ones
 * @param milestone the one asked for, whose bits and size count above
 */
public record Requirements(
    long minBits,
    Optional<SizeLimit> maxProofSize,
    boolean conjecturesCount,
    boolean recursion,
    Optional<Milestone> milestone) {
  /**
   * What is asked of each zkVM, and not of its tree of proofs.
   *
   * @param minBits the least bits of the zkVM's figure, ≥ 0
   * @param maxProofSize the limit on its final proof in bits, if there is one
   * @param conjecturesCount whether figures under regimes that are not proven satisfy it
   */
  public Requirements(long minBits, Optional<SizeLimit> maxProofSize, boolean conjecturesCount) {
    this(minBits, maxProofSize, conjecturesCount, false, Optional.empty());
  }
}
