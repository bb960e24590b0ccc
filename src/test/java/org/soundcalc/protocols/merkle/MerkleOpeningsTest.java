package org.soundcalc.protocols.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.soundcalc.model.ProofSize;

class MerkleOpeningsTest {
  private static final int HASH = 256;

  @Test
  void aTreeOfOneLeafCostsItsLeavesOnly() {
    ProofSize size = new MerkleOpenings(5, HASH).size(0, BigInteger.TEN, 31);
    assertThat(size).isEqualTo(ProofSize.exactly(5 * 310));
  }

  @Test
  void oneOpeningTakesOneSiblingALevel() {
    ProofSize size = new MerkleOpenings(1, HASH).size(20, BigInteger.TEN, 100);
    assertThat(size.expectedBits()).isEqualTo(1000 + 20 * HASH);
  }

  /** τβ + min(τβ, h) + (D − 1)·h an opening: a leaf shorter than a hash is its own sibling. */
  @Test
  void worstCaseTakesTheSmallerSiblingAtTheLeaves() {
    MerkleOpenings openings = new MerkleOpenings(3, HASH);
    assertThat(openings.size(4, BigInteger.ONE, 100).worstCaseBits())
        .isEqualTo(3 * (100 + 100 + 3 * HASH));
    assertThat(openings.size(4, BigInteger.TEN, 100).worstCaseBits())
        .isEqualTo(3 * (1000 + HASH + 3 * HASH));
  }

  /** 2 leaves, 2 openings: both leaves with probability 1/2, so half a sibling, rounded up. */
  @Test
  void siblingsThatMeetAreShared() {
    assertThat(new MerkleOpenings(2, HASH).size(1, BigInteger.ONE, 100).expectedBits())
        .isEqualTo(200 + HASH);
    // 2^d·((1 − 2^-d)^t − (1 − 2^(1−d))^t) at d = 2, t = 2: 4·(9/16 − 1/4) = 5/4, rounded up.
    assertThat(new MerkleOpenings(2, HASH).size(2, BigInteger.ONE, 100).expectedBits())
        .isEqualTo(200 + 3 * HASH);
  }
}
