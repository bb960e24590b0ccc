package org.soundcalc.protocols.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.math.Certified;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Field;
import org.soundcalc.model.ProofFormat;
import org.soundcalc.model.ProofFormat.Tree;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.SizePart;
import org.soundcalc.model.Sizes;

/**
 * Trees of any arity with caps: their nodes and paths, counted by hand, by sampling and by force.
 */
class SentTreesTest {
  private static final Field FIELD = new Field(BaseField.GOLDILOCKS, 3);
  private static final int HASH = 256;
  private static final int SAMPLES = 2_000;

  /** Five standard errors: a wrong formula is far outside, and the seed is fixed. */
  private static final double TOLERANCE = 5;

  private static ProofFormat format(long arity, long cap, Optional<String> paths, long roots) {
    return new ProofFormat(
        Optional.empty(), arity, cap, paths, Optional.empty(), 64, roots, Sizes.SOUNDCALC);
  }

  private static OpenedTree tree(long openings, int logLeaves) {
    return new OpenedTree(
        "tree",
        openings,
        logLeaves,
        List.of(SizePart.Factor.of("k", 2)),
        List.of(SizePart.Factor.of("B", 5), SizePart.Factor.of("β", 192)));
  }

  private static SentTrees trees(ProofFormat format, Tree... oracles) {
    return new SentTrees(format, List.of(oracles), FIELD, HASH);
  }

  /**
   * Two oracles of 4^10 leaves and a later word of 4^3, which a cap of 4 levels leaves no paths.
   */
  @Test
  void capsAndPathsAreThoseOfEachTree() {
    SentTrees trees = trees(format(4, 4, Optional.empty(), 2), new Tree(7, 1), new Tree(3, 3));
    List<OpenedTree> all = List.of(tree(6, 20), tree(6, 6));
    assertThat(trees.roots("M", all).bits())
        .isEqualTo(ProofSize.exactly((2 * 256 + 64) * 2 * HASH));
    List<SizePart> parts = trees.openings(all);
    assertThat(parts)
        .extracting(part -> part.bits().worstCaseBits().longValueExact())
        .containsExactly(
            6L * (2 * 7 * 64) + 6L * 3 * (10 - 4) * HASH,
            6L * (2 * 3 * 3 * 64) + 6L * 3 * (10 - 4) * HASH,
            6L * (2 * 5 * 192));
    assertThat(parts.get(2).bits().expectedBits()).isEqualTo(6 * 2 * 5 * 192);
  }

  /** ⌈log_3 2^10⌉ = 7: 3^6 = 729 leaves are too few. */
  @Test
  void depthIsThatOfTheArity() {
    assertThat(format(3, 0, Optional.empty(), 1).depth(10)).isEqualTo(7);
    assertThat(format(8, 0, Optional.empty(), 1).depth(10)).isEqualTo(4);
    assertThat(format(16, 0, Optional.empty(), 1).depth(0)).isZero();
  }

  @Test
  void whatIsSaidOfPathsHoldsOfBothSizes() {
    SizePart separate = part(format(2, 1, Optional.of("separate"), 1), 5, 6);
    SizePart shared = part(format(2, 1, Optional.of("shared"), 1), 5, 6);
    SizePart usual = part(format(2, 1, Optional.empty(), 1), 5, 6);
    assertThat(separate.bits().expectedBits()).isEqualTo(separate.bits().worstCaseBits());
    assertThat(usual.bits())
        .isEqualTo(new ProofSize(shared.bits().expectedBits(), separate.bits().worstCaseBits()));
    assertThat(shared.bits().worstCaseBits())
        .isBetween(shared.bits().expectedBits(), separate.bits().worstCaseBits());
    for (SizePart part : List.of(separate, shared, usual)) {
      assertThat(Certified.ceil(part.expected())).isEqualTo(part.bits().expectedBits());
      assertThat(Certified.ceil(part.worst())).isEqualTo(part.bits().worstCaseBits());
    }
  }

  private static SizePart part(ProofFormat format, long openings, int logLeaves) {
    return trees(format, new Tree(1, 1)).openings(List.of(tree(openings, logLeaves))).get(0);
  }

  private static long hashes(BigInteger bits, long openings) {
    return bits.longValueExact() / HASH - openings * 2 * 64 / HASH;
  }

  /** No choice of as many leaves needs more hashes, and some choice needs as many. */
  @ParameterizedTest
  @CsvSource({"2, 4, 0", "2, 4, 2", "4, 4, 0", "4, 4, 1", "16, 4, 0"})
  void sharedPathsAtMostAreTheMostOverAllChoices(int arity, int logLeaves, int cap) {
    ProofFormat format = format(arity, cap, Optional.of("shared"), 1);
    int depth = format.depth(logLeaves);
    int leaves = 1 << logLeaves;
    int[] most = new int[leaves + 1];
    for (int choice = 1; choice < 1 << leaves; choice++) {
      int chosen = Integer.bitCount(choice);
      most[chosen] = Math.max(most[chosen], siblings(nodes(choice), arity, depth, cap));
    }
    for (int openings = 2; openings <= leaves; openings += 2) {
      SizePart part = part(format, openings, logLeaves);
      assertThat(hashes(part.bits().worstCaseBits(), openings))
          .as("t = %d", openings)
          .isEqualTo(IntStream.of(most).limit(openings + 1).max().orElseThrow());
    }
  }

  private static Set<Integer> nodes(int choice) {
    Set<Integer> nodes = new TreeSet<>();
    for (int leaf = 0; leaf < Integer.SIZE; leaf++) {
      if ((choice >> leaf & 1) == 1) {
        nodes.add(leaf);
      }
    }
    return nodes;
  }

  @ParameterizedTest
  @CsvSource({"3, 9, 5, 1", "4, 20, 6, 2", "8, 54, 4, 0", "2, 54, 12, 6", "16, 200, 3, 1"})
  void expectationIsTheMeanOfSamples(int arity, int openings, int depth, int cap) {
    RandomGenerator random = new Well19937c(openings * 100L + depth);
    SummaryStatistics hashes = new SummaryStatistics();
    int leaves = (int) Math.pow(arity, depth);
    for (int sample = 0; sample < SAMPLES; sample++) {
      Set<Integer> nodes = new TreeSet<>();
      for (int i = 0; i < openings; i++) {
        nodes.add(random.nextInt(leaves));
      }
      hashes.addValue(siblings(nodes, arity, depth, cap));
    }
    double error = TOLERANCE * hashes.getStandardDeviation() / Math.sqrt(SAMPLES);
    ExpectedSiblings siblings = ExpectedSiblings.of(arity, openings);
    double expected = siblings.to(depth).subtract(siblings.to(cap)).doubleValue();
    // each level is rounded up on its own
    assertThat(expected)
        .isBetween(hashes.getMean() - error, hashes.getMean() + error + depth - cap);
  }

  /** How many children of nodes on paths are not on paths themselves, below the cap. */
  private static int siblings(Set<Integer> opened, int arity, int depth, int cap) {
    List<Integer> nodes = new ArrayList<>(opened);
    int siblings = 0;
    for (int level = depth; level > cap; level--) {
      Set<Integer> parents = new TreeSet<>();
      nodes.forEach(node -> parents.add(node / arity));
      siblings += arity * parents.size() - nodes.size();
      nodes = new ArrayList<>(parents);
    }
    return siblings;
  }
}
