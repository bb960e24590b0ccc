package org.soundcalc.protocols.merkle;

import java.math.BigInteger;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.ProofSize;

/**
 * The cost of opening t random leaves of Merkle trees, in bits: of the worst case, where no paths
 * merge, and on average, where those that meet share their siblings (2π.com/25/merkle-multi-proof).
 */
public final class MerkleOpenings {
  private final long openings;
  private final int hashBits;

  /** Expected sibling hashes of a tree of depth D, at index D. */
  private final BigInteger[] expectedSiblings;

  /**
   * Openings of trees up to a depth.
   *
   * @param openings t, ≥ 1
   * @param hashBits bits of a hash
   * @param maxDepth the depth of the deepest tree, ≥ 0
   */
  public MerkleOpenings(long openings, int hashBits, int maxDepth) {
    this.openings = openings;
    this.hashBits = hashBits;
    this.expectedSiblings = new BigInteger[maxDepth + 1];
    expectedSiblings[0] = BigInteger.ZERO;
    for (int d = 1; d <= maxDepth; d++) {
      expectedSiblings[d] =
          expectedSiblings[d - 1].add(Certified.ceil(new LevelSiblings(d, openings)));
    }
  }

  /**
   * The size of the openings of one tree.
   *
   * @param depth ⌈log2⌉ of its number of leaves
   * @param elements field elements in a leaf
   * @param elementBits bits of each
   * @return what is expected, and the most it can be
   */
  public ProofSize size(int depth, BigInteger elements, int elementBits) {
    BigInteger leaf = elements.multiply(BigInteger.valueOf(elementBits));
    BigInteger hash = BigInteger.valueOf(hashBits);
    BigInteger leaves = leaf.multiply(BigInteger.valueOf(openings));
    BigInteger expected = leaves.add(hash.multiply(expectedSiblings[depth]));
    return new ProofSize(expected, leaves.add(worstSiblings(depth, leaf, hash)));
  }

  /** t·(min(τβ, h) + (D − 1)·h); a tree of one leaf has no siblings. */
  private BigInteger worstSiblings(int depth, BigInteger leaf, BigInteger hash) {
    if (depth == 0) {
      return BigInteger.ZERO;
    }
    return leaf.min(hash)
        .add(hash.multiply(BigInteger.valueOf(depth - 1L)))
        .multiply(BigInteger.valueOf(openings));
  }

  /** 2^d·((1 − 2^-d)^t − (1 − 2^(1−d))^t): siblings expected at level d. */
  private record LevelSiblings(int level, long openings) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T missNode = missing(x, level).pow(openings);
      T missParent = missing(x, level - 1).pow(openings);
      return missNode.minus(missParent).timesPowerOfTwo(level);
    }

    /** 1 − 2^-d: an opening does not pass through a node of level d. */
    private static <T extends Real<T>> T missing(Numbers<T> x, int level) {
      return x.one().minus(x.one().timesPowerOfTwo(-level));
    }
  }
}
