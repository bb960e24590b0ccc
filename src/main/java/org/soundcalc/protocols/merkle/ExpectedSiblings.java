package org.soundcalc.protocols.merkle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * How many hashes are expected beside the paths of t random leaves, where paths that meet share
 * them (2π.com/25/merkle-multi-proof). The sums are kept: searches ask for the same again and
 * again.
 */
final class ExpectedSiblings {
  /** More are not kept; of each there are at most as many sums as a tree has levels. */
  private static final int MOST_KEPT = 4096;

  private static final int MOST_CHILDREN = 16;

  /** By t and a. */
  private static final Map<Long, ExpectedSiblings> KEPT = new ConcurrentHashMap<>();

  private final long arity;
  private final long openings;

  /** Of a tree of depth D, at index D: of the depths asked for so far. */
  private final List<BigInteger> sums = new ArrayList<>(List.of(BigInteger.ZERO));

  private ExpectedSiblings(long arity, long openings) {
    this.arity = arity;
    this.openings = openings;
  }

  /**
   * Siblings in trees of any depth.
   *
   * @param arity a, children of a node, 2 to 16
   * @param openings t, ≥ 1
   */
  static ExpectedSiblings of(long arity, long openings) {
    long key = openings * (MOST_CHILDREN + 1) + arity;
    ExpectedSiblings kept = KEPT.get(key);
    if (kept == null) {
      kept = new ExpectedSiblings(arity, openings);
      if (KEPT.size() < MOST_KEPT) {
        KEPT.put(key, kept);
      }
    }
    return kept;
  }

  /** Their number down to this level, rounded up at each one. */
  synchronized BigInteger to(int depth) {
    for (int d = sums.size(); d <= depth; d++) {
      BigInteger ofLevel =
          isCrowded(d) ? BigInteger.ONE : Certified.ceil(Formula.of(this::ofLevel, d));
      sums.add(sums.get(d - 1).add(ofLevel));
    }
    return sums.get(depth);
  }

  /**
   * Whether so many openings pass through a level that at most one sibling is expected there: some
   * positive number of them is, of at most a^d·(1 − a^-d)^t ≤ a^d·e^(-t·a^-d) ≤ 1 for t ≥ d·a^d·ln
   * a, where ln a &lt; log2 a. Doubles do not tell such a number from 0.
   */
  private boolean isCrowded(int level) {
    int log2 = Long.SIZE - Long.numberOfLeadingZeros(arity - 1);
    BigInteger enough = nodes(level).multiply(BigInteger.valueOf((long) log2 * level));
    return BigInteger.valueOf(openings).compareTo(enough) >= 0;
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
