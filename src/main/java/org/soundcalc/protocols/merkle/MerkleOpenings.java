package org.soundcalc.protocols.merkle;

import java.math.BigInteger;
import java.util.List;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.SizePart;

/**
 * The cost of opening t random leaves of Merkle trees, in bits: of the worst case, where no paths
 * merge, and on average, where those that meet share their siblings (2π.com/25/merkle-multi-proof).
 */
public final class MerkleOpenings {
  private final long openings;
  private final int hashBits;

  private final ExpectedSiblings siblings;

  /**
   * Openings of trees of any depth.
   *
   * @param openings t, ≥ 1
   * @param hashBits bits of a hash
   */
  public MerkleOpenings(long openings, int hashBits) {
    this.openings = openings;
    this.hashBits = hashBits;
    this.siblings = ExpectedSiblings.of(2, openings);
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
    return size(depth, elements.multiply(BigInteger.valueOf(elementBits)));
  }

  private ProofSize size(int depth, BigInteger leaf) {
    return new ProofSize(expected(depth, leaf), worst(depth, leaf));
  }

  /**
   * {@return what is expected of the openings of one tree}
   *
   * @param depth ⌈log2⌉ of its number of leaves
   * @param leaf bits of a leaf
   */
  public BigInteger expected(int depth, BigInteger leaf) {
    BigInteger hashes = BigInteger.valueOf(hashBits).multiply(siblings.to(depth));
    return leaf.multiply(BigInteger.valueOf(openings)).add(hashes);
  }

  /**
   * {@return the most that the openings of one tree can be}
   *
   * @param depth ⌈log2⌉ of its number of leaves
   * @param leaf bits of a leaf
   */
  public BigInteger worst(int depth, BigInteger leaf) {
    BigInteger hashes = worstSiblings(depth, leaf, BigInteger.valueOf(hashBits));
    return leaf.multiply(BigInteger.valueOf(openings)).add(hashes);
  }

  /**
   * The same size as a part of a proof, with its formulas.
   *
   * @param name of the part of a proof
   * @param depth ⌈log2⌉ of the tree's number of leaves
   * @param leaf whose product is the bits of a leaf
   * @return the part
   */
  public SizePart part(String name, int depth, SizePart.Factor... leaf) {
    Tree tree = new Tree(this, depth, List.of(leaf));
    return new SizePart(
        name,
        size(depth, SizePart.product(leaf)),
        Formula.of(MerkleOpenings::expected, tree),
        Formula.of(MerkleOpenings::worst, tree));
  }

  /** A tree whose leaves are opened. */
  private record Tree(MerkleOpenings openings, int depth, List<SizePart.Factor> leaf) {
    <T extends Real<T>> T leaf(Numbers<T> x) {
      return x.let("leaf", SizePart.product(x, leaf));
    }

    <T extends Real<T>> T hash(Numbers<T> x) {
      return x.named("h", openings.hashBits);
    }

    <T extends Real<T>> T leaves(Numbers<T> x, T each) {
      return x.named("t", openings.openings).times(each);
    }
  }

  /** t·leaf + h·S. */
  private static <T extends Real<T>> T expected(Numbers<T> x, Tree tree) {
    T siblings =
        x.defined(
            "S",
            "Σ_{d=1..%d} ⌈2^d · ((1 − 2^-d)^t − (1 − 2^(1−d))^t)⌉".formatted(tree.depth),
            Rational.of(tree.openings.siblings.to(tree.depth)));
    return tree.leaves(x, tree.leaf(x)).plus(tree.hash(x).times(siblings));
  }

  /** t·(leaf + min(leaf, h) + (D − 1)·h). */
  private static <T extends Real<T>> T worst(Numbers<T> x, Tree tree) {
    T leaf = tree.leaf(x);
    if (tree.depth == 0) {
      return tree.leaves(x, leaf);
    }
    T above = x.named("D", tree.depth).minus(x.one()).times(tree.hash(x));
    return tree.leaves(x, leaf.plus(leaf.min(tree.hash(x))).plus(above));
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
}
