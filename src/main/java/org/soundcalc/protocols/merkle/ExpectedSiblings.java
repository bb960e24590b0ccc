package org.soundcalc.protocols.merkle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * How many hashes are expected beside the paths of t random leaves, where paths that meet share
 * them (2π.com/25/merkle-multi-proof). Not safe for use by several threads at once.
 */
final class ExpectedSiblings {
  private final long arity;
  private final long openings;

  /** Of a tree of depth D, at index D: of the depths asked for so far. */
  private final List<BigInteger> sums = new ArrayList<>(List.of(BigInteger.ZERO));

  /**
   * Siblings in trees of any depth.
   *
   * @param arity a, children of a node, ≥ 2
   * @param openings t, ≥ 1
   */
  ExpectedSiblings(long arity, long openings) {
    this.arity = arity;
    this.openings = openings;
  }

  /** Their number down to this level, rounded up at each one. */
  BigInteger to(int depth) {
    for (int d = sums.size(); d <= depth; d++) {
      sums.add(sums.get(d - 1).add(Certified.ceil(Formula.of(this::ofLevel, d))));
    }
    return sums.get(depth);
  }

  /** a^d·((1 − a^-d)^t − (1 − a^(1−d))^t): a·E[parents] − E[nodes] at level d. */
  private <T extends Real<T>> T ofLevel(Numbers<T> x, int level) {
    T missed = missing(x, level).pow(openings).minus(missing(x, level - 1).pow(openings));
    return isBinary()
        ? missed.timesPowerOfTwo(level)
        : missed.times(x.of(Rational.of(nodes(level))));
  }

  /** 1 − a^-d: an opening does not pass through a node of level d. */
  private <T extends Real<T>> T missing(Numbers<T> x, int level) {
    T share =
        isBinary()
            ? x.one().timesPowerOfTwo(-level)
            : x.of(Rational.of(BigInteger.ONE, nodes(level)));
    return x.one().minus(share);
  }

  private BigInteger nodes(int level) {
    return BigInteger.valueOf(arity).pow(level);
  }

  private boolean isBinary() {
    return arity == 2;
  }
}
