package org.soundcalc.io.recursion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** What a reader is told of a tree, where its figure and the zkVM's differ for either reason. */
class TreeWordsTest {
  @Test
  void manyProofsCostBits() {
    Tree tree = tree(100, circuit("leaf", 100, 90), circuit("root", 99, 95));
    assertThat(TreeWords.headline(tree))
        .isEqualTo("whole tree: 92 bits, where one proof of the weakest circuit, root, has 99");
    assertThat(TreeWords.explanation(tree))
        .startsWith(
            "Union bound over 199 proofs: at most -7.64 bits, for the honest, fully packed tree.")
        .doesNotContain("own best regime");
    assertThat(TreeWords.description(tree))
        .startsWith(
            "The whole tree has 92 bits, where one proof of the weakest circuit, root, has 99. The"
                + " union bound over 199 proofs costs at most 7.64 bits.");
  }

  /** All in one regime have 50 bits; each in its own has 100. */
  @Test
  void eachCircuitsOwnRegimeMayBeBetterThanOneForAll() {
    Tree tree = tree(1, circuit("leaf", 100, 50), circuit("root", 50, 100));
    assertThat(TreeWords.headline(tree))
        .isEqualTo("whole tree: 99 bits, where one proof of the weakest circuit, leaf, has 100");
    assertThat(TreeWords.explanation(tree))
        .endsWith(
            " Here each circuit counts under its own best regime; the zkVM's 50 bits are those of"
                + " all circuits under UDR.");
  }

  @Test
  void countsBeyondLongsArePowersOfTwo() {
    assertThat(TreeWords.count(BigInteger.TWO.pow(63).subtract(BigInteger.ONE)))
        .isEqualTo("9223372036854775807");
    assertThat(TreeWords.count(BigInteger.TWO.pow(63))).isEqualTo("2^63");
    assertThat(TreeWords.count(BigInteger.TWO.pow(63).add(BigInteger.ONE))).isEqualTo("over 2^63");
  }

  private static Tree tree(long leaves, Circuit leaf, Circuit root) {
    Recursion recursion =
        new Recursion(
            List.of(
                new Recursion.Node(List.of(), false, 1, OptionalLong.of(leaves)),
                new Recursion.Node(List.of(0), true, 2, OptionalLong.empty())));
    Zkvm zkvm = new Zkvm("Stub", Optional.empty(), List.of(leaf, root), Optional.of(recursion));
    return Tree.of(new Estimator(List.of(StubRegime.UNIQUE, StubRegime.LIST)).estimate(zkvm))
        .orElseThrow();
  }

  private static Circuit circuit(String name, int unique, int list) {
    return StubCircuit.named(name, "BabyBear^4", 1, 1)
        .under(StubRegime.UNIQUE, StubCircuit.term("ALI", unique))
        .under(StubRegime.LIST, StubCircuit.term("ALI", list));
  }
}
