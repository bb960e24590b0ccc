package org.soundcalc.protocols.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected number of sibling hashes is what random queries need on average. */
class MerkleSimulationTest {
  private static final int TREES = 2_000;

  /** Five standard errors: a wrong formula is far outside, and the seed is fixed. */
  private static final double TOLERANCE = 5;

  @ParameterizedTest
  @CsvSource({"1, 6", "7, 4", "20, 10", "54, 12", "200, 8"})
  void expectationIsTheMeanOfSamples(int openings, int depth) {
    RandomGenerator random = new Well19937c(openings * 100L + depth);
    SummaryStatistics siblings = new SummaryStatistics();
    for (int tree = 0; tree < TREES; tree++) {
      siblings.addValue(siblings(random, openings, depth));
    }
    double error = TOLERANCE * siblings.getStandardDeviation() / Math.sqrt(TREES);
    long expected =
        new MerkleOpenings(openings, 1)
            .size(depth, BigInteger.ZERO, 1)
            .expectedBits()
            .longValueExact();
    // each level is rounded up on its own
    assertThat((double) expected)
        .isBetween(siblings.getMean() - error, siblings.getMean() + error + depth);
  }

  /** How many siblings of opened nodes are not opened themselves, over all levels. */
  private static int siblings(RandomGenerator random, int openings, int depth) {
    Set<Integer> nodes = new HashSet<>();
    for (int i = 0; i < openings; i++) {
      nodes.add(random.nextInt(1 << depth));
    }
    int siblings = 0;
    for (int level = depth; level > 0; level--) {
      Set<Integer> parents = new HashSet<>();
      nodes.forEach(node -> parents.add(node / 2));
      siblings += 2 * parents.size() - nodes.size();
      nodes = parents;
    }
    return siblings;
  }
}
