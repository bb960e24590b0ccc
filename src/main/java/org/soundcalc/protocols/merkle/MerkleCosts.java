package org.soundcalc.protocols.merkle;

import java.util.List;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.SizePart;

/**
 * What a Merkle tree over a committed word costs. A leaf is hashed by a sponge, as many bits as fit
 * at a time; an inner node takes one permutation. Paths of queries are checked one by one.
 *
 * @param depth D: the tree has 2^D leaves
 * @param leaf whose product is the bits of a leaf
 * @param queries t: the leaves that are opened
 * @param hashRateBits R_h: bits absorbed per permutation, ≥ 1
 */
public record MerkleCosts(int depth, List<SizePart.Factor> leaf, long queries, int hashRateBits) {
  /**
   * {@return a part of a proof whose word is in this tree}
   *
   * @param name what it is
   * @param prover multiplications in the base field
   * @param verifier multiplications in the extension field
   */
  public CostPart part(String name, Formula prover, Formula verifier) {
    return new CostPart(name, prover, this::permutations, this::bytes, this::openings, verifier);
  }

  /** 2^D·(⌈leaf/R_h⌉ + 1): each leaf, and an inner node for it. */
  private <T extends Real<T>> T permutations(Numbers<T> x) {
    return leaves(x).times(leafHash(x).plus(x.one()));
  }

  /** ⌈2^D·leaf/8⌉. */
  private <T extends Real<T>> T bytes(Numbers<T> x) {
    return leaves(x).times(leaf(x)).over(x.of(Byte.SIZE)).ceil();
  }

  /** t·(⌈leaf/R_h⌉ + D): the leaf of each query, and its path. */
  private <T extends Real<T>> T openings(Numbers<T> x) {
    return x.named("t", queries).times(leafHash(x).plus(x.named("D", depth)));
  }

  private <T extends Real<T>> T leaves(Numbers<T> x) {
    return x.named("2^D", Rational.powerOfTwo(depth));
  }

  private <T extends Real<T>> T leafHash(Numbers<T> x) {
    return leaf(x).over(x.named("R_h", hashRateBits)).ceil();
  }

  private <T extends Real<T>> T leaf(Numbers<T> x) {
    return x.let("leaf", SizePart.product(x, leaf));
  }
}
