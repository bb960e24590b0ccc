package org.soundcalc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class ProofSizeTest {
  @Test
  void theExpectationOfAWholeProofIsCappedAtTheWorstCase() {
    assertThat(size(11, 10).whole()).isEqualTo(size(10, 10));
    assertThat(size(10, 10).whole()).isEqualTo(size(10, 10));
    assertThat(size(9, 10).whole()).isEqualTo(size(9, 10));
  }

  @Test
  void partsAreNotCapped() {
    assertThat(size(11, 10).plus(size(1, 5))).isEqualTo(size(12, 15));
  }

  private static ProofSize size(long expected, long worst) {
    return new ProofSize(BigInteger.valueOf(expected), BigInteger.valueOf(worst));
  }
}
