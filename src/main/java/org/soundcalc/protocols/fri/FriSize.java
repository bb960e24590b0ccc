package org.soundcalc.protocols.fri;

import java.math.BigInteger;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.ProofSize;
import org.soundcalc.protocols.merkle.MerkleOpenings;

/** The size of a FRI proof: roots, openings of the initial and each folded word, the last word. */
final class FriSize {
  private FriSize() {}

  /**
   * The size of all that FRI sends, its expectation not yet {@linkplain ProofSize#whole capped}.
   *
   * @param fri the parameters
   * @param id the circuit, for its field and hash
   */
  static ProofSize of(Fri fri, CircuitId id) {
    int elementBits = id.field().extensionBits();
    ProofSize root = ProofSize.exactly(id.hashBits());
    MerkleOpenings openings = new MerkleOpenings(fri.queries(), id.hashBits(), fri.logDomain());
    ProofSize size =
        root.plus(openings.size(fri.logDomain(), BigInteger.valueOf(fri.batchSize()), elementBits));
    int log = fri.logDomain();
    for (long factor : fri.schedule().factors()) {
      log -= Long.numberOfTrailingZeros(factor);
      size = size.plus(root).plus(openings.size(log, BigInteger.valueOf(factor), elementBits));
    }
    return size.plus(lastWord(fri, log, elementBits));
  }

  /** ⌈ρ·n_r⌉ coefficients: at least one, even where folding went past dimension 1. */
  private static ProofSize lastWord(Fri fri, int logLastDomain, int elementBits) {
    int logDimension = Math.max(0, logLastDomain - fri.rate().log2Inverse());
    return ProofSize.exactly(BigInteger.valueOf(elementBits).shiftLeft(logDimension));
  }
}
