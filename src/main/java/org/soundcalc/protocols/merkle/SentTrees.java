package org.soundcalc.protocols.merkle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.SizePart;

/**
 * Trees as a prover sends them: of any arity, with caps, one for each oracle of the first round.
 */
final class SentTrees implements TreeSizes {
  private final ProofFormat format;
  private final List<ProofFormat.Tree> oracles;
  private final Field field;
  private final int hashBits;

  /**
   * Trees of proofs of this format.
   *
   * @param oracles of the first round
   * @param field where challenges are drawn
   */
  SentTrees(ProofFormat format, List<ProofFormat.Tree> oracles, Field field, int hashBits) {
    this.format = format;
    this.oracles = oracles;
    this.field = field;
    this.hashBits = hashBits;
  }

  /** All nodes of the level that is sent, of every tree. */
  @Override
  public SizePart roots(String symbol, List<OpenedTree> trees) {
    BigInteger nodes = BigInteger.ZERO;
    for (int i = 0; i < trees.size(); i++) {
      long alike = i == 0 ? oracles.size() : 1;
      nodes = nodes.add(nodes(cap(trees.get(i))).multiply(BigInteger.valueOf(alike)));
    }
    boolean isCap = format.capLevels() > 0;
    return SizePart.product(
        isCap ? "Merkle caps" : "Merkle roots",
        new SizePart.Factor(isCap ? "nodes" : "roots", nodes),
        SizePart.Factor.of(ProofFormat.ROOT_HASHES.name(), format.rootHashes()),
        SizePart.Factor.of("h", hashBits));
  }

  private BigInteger nodes(int level) {
    return BigInteger.valueOf(format.arity()).pow(level);
  }

  /** A tree that is too small is sent as its leaves' hashes. */
  private int cap(OpenedTree tree) {
    return (int) Math.min(format.capLevels(), format.depth(tree.logLeaves()));
  }

  @Override
  public List<SizePart> openings(List<OpenedTree> trees) {
    List<SizePart> parts = new ArrayList<>();
    OpenedTree first = trees.get(0);
    for (int i = 0; i < oracles.size(); i++) {
      String name = oracles.size() == 1 ? first.name() : "openings of tree " + (i + 1);
      parts.add(part(name, opened(first, leaf(first, oracles.get(i)))));
    }
    for (OpenedTree later : trees.subList(1, trees.size())) {
      parts.add(part(later.name(), opened(later, later.leaf())));
    }
    return parts;
  }

  /** Of a tree of the first round, with the functions of an oracle. */
  private SizePart.Factor[] leaf(OpenedTree first, ProofFormat.Tree oracle) {
    return first.leaf(
        List.of(
            SizePart.Factor.of("columns", oracle.columns()),
            SizePart.Factor.of("degree", oracle.degree()),
            SizePart.Factor.of("β_base", field.baseBits())));
  }

  private Opened opened(OpenedTree tree, SizePart.Factor... leaf) {
    return new Opened(
        this,
        tree.openings(),
        format.depth(tree.logLeaves()),
        cap(tree),
        ExpectedSiblings.of(format.arity(), tree.openings()),
        List.of(leaf));
  }

  /** What is sent of the first round's trees. */
  BigInteger first(OpenedTree tree, boolean worst) {
    BigInteger bits = BigInteger.ZERO;
    for (ProofFormat.Tree oracle : oracles) {
      bits = bits.add(bits(tree, worst, leaf(tree, oracle)));
    }
    return bits;
  }

  /** What is sent of a later tree. */
  BigInteger later(OpenedTree tree, boolean worst) {
    return bits(tree, worst, tree.leaf());
  }

  /** Root, leaves and paths. */
  private BigInteger bits(OpenedTree tree, boolean worst, SizePart.Factor... leaf) {
    Opened opened = opened(tree, leaf);
    BigInteger leaves = SizePart.product(leaf).multiply(BigInteger.valueOf(tree.openings()));
    BigInteger root = nodes(cap(tree)).multiply(BigInteger.valueOf(format.rootHashes()));
    return opened.bits(leaves, (worst ? opened.most() : opened.usual()).add(root));
  }

  private SizePart part(String name, Opened opened) {
    Formula separate = Formula.of(SentTrees::separate, opened);
    Formula expected =
        format.neverShares() ? separate : Formula.of(SentTrees::sharedExpected, opened);
    Formula worst = format.alwaysShares() ? Formula.of(SentTrees::sharedWorst, opened) : separate;
    BigInteger leaves =
        SizePart.product(opened.leaf.toArray(new SizePart.Factor[0]))
            .multiply(BigInteger.valueOf(opened.openings));
    return new SizePart(
        name,
        new ProofSize(opened.bits(leaves, opened.usual()), opened.bits(leaves, opened.most())),
        expected,
        worst);
  }

  /**
   * A tree that is opened.
   *
   * @param openings t
   * @param depth D
   * @param cap the level where paths end, at most D
   */
  private record Opened(
      SentTrees trees,
      long openings,
      int depth,
      int cap,
      ExpectedSiblings siblings,
      List<SizePart.Factor> leaf) {
    private BigInteger bits(BigInteger leaves, BigInteger hashes) {
      return leaves.add(hashes.multiply(BigInteger.valueOf(trees.hashBits)));
    }

    private long arity() {
      return trees.format.arity();
    }

    /** Hashes beside its paths on average. */
    private BigInteger usual() {
      return trees.format.neverShares() ? separate() : expected();
    }

    /** Hashes beside its paths at most. */
    private BigInteger most() {
      return trees.format.alwaysShares() ? spread() : separate();
    }

    /** t·(a − 1)·(D − cap) hashes. */
    private BigInteger separate() {
      return BigInteger.valueOf(openings)
          .multiply(BigInteger.valueOf((arity() - 1) * (depth - cap)));
    }

    private BigInteger expected() {
      return siblings.to(depth).subtract(siblings.to(cap));
    }

    /** Where leaves are as far apart as they can be: more of them would be siblings themselves. */
    private BigInteger spread() {
      if (depth == cap) {
        return BigInteger.ZERO;
      }
      BigInteger leaves = BigInteger.valueOf(openings).min(trees.nodes(depth - 1));
      BigInteger hashes = BigInteger.ZERO;
      for (int d = cap + 1; d <= depth; d++) {
        BigInteger children = leaves.min(trees.nodes(d - 1)).multiply(BigInteger.valueOf(arity()));
        hashes = hashes.add(children).subtract(leaves.min(trees.nodes(d)));
      }
      return hashes;
    }

    private <T extends Real<T>> T leaves(Numbers<T> x) {
      return x.named("t", openings).times(x.let("leaf", SizePart.product(x, leaf)));
    }

    private <T extends Real<T>> T hash(Numbers<T> x) {
      return x.named("h", trees.hashBits);
    }
  }

  /** t·leaf + t·(a − 1)·(D − cap)·h. */
  private static <T extends Real<T>> T separate(Numbers<T> x, Opened tree) {
    T levels = x.named("D", tree.depth).minus(x.named("cap", tree.cap));
    T path = x.named("a", tree.arity()).minus(x.one()).times(levels);
    return tree.leaves(x).plus(x.named("t", tree.openings).times(path).times(tree.hash(x)));
  }

  /** t·leaf + h·S, S what is expected. */
  private static <T extends Real<T>> T sharedExpected(Numbers<T> x, Opened tree) {
    String sum = "Σ_{d=%d..%d} ⌈a^d · ((1 − a^-d)^t − (1 − a^(1−d))^t)⌉";
    T hashes =
        x.defined("S", sum.formatted(tree.cap + 1, tree.depth), Rational.of(tree.expected()));
    return tree.leaves(x).plus(tree.hash(x).times(hashes));
  }

  /** t·leaf + h·S_max, S_max what is sent at most. */
  private static <T extends Real<T>> T sharedWorst(Numbers<T> x, Opened tree) {
    String sum = "Σ_{d=%d..%d} (a · min(u, a^(d−1)) − min(u, a^d)), u = min(t, a^(D−1))";
    T hashes =
        x.defined("S_max", sum.formatted(tree.cap + 1, tree.depth), Rational.of(tree.spread()));
    return tree.leaves(x).plus(tree.hash(x).times(hashes));
  }
}
