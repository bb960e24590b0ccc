package org.example.toyfri;

import java.math.BigInteger;
import org.soundcalc.model.ProofSize;
import org.soundcalc.protocols.merkle.MerkleOpenings;

/** The size of a proof: a Merkle root, the queried pairs with their paths, and the polynomial. */
final class ToyFriSize {
  private static final BigInteger PAIR = BigInteger.TWO;

  private ToyFriSize() {}

  static ProofSize of(ToyFri fri) {
    int elementBits = fri.id().field().extensionBits();
    int hashBits = fri.id().hashBits();
    // what folds together shares a leaf
    int depth = fri.logDomain() - 1;
    ProofSize pairs = new MerkleOpenings(fri.queries(), hashBits).size(depth, PAIR, elementBits);
    BigInteger coefficients = BigInteger.valueOf(fri.length() / 2);
    return ProofSize.exactly(hashBits)
        .plus(pairs)
        .plus(ProofSize.exactly(coefficients.multiply(BigInteger.valueOf(elementBits))))
        .whole();
  }
}
