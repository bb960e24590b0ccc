package org.soundcalc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.soundcalc.model.Recursion.Node;

/** Counts of proofs, against trees that are built one proof at a time. */
class RecursionPropertiesTest {
  /** What a circuit verifies: those of the circuits before it whose bits are set. */
  private record Draw(int verified, boolean isSelfVerifying, long arity, long leaves) {}

  @Provide
  Arbitrary<Recursion> recursions() {
    Arbitrary<Draw> draws =
        Combinators.combine(
                Arbitraries.integers().between(0, 63),
                Arbitraries.of(true, false),
                Arbitraries.longs().between(2, 5),
                Arbitraries.longs().between(1, 300))
            .as(Draw::new);
    return draws.list().ofMinSize(1).ofMaxSize(6).map(RecursionPropertiesTest::recursion);
  }

  private static Recursion recursion(List<Draw> draws) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < draws.size(); i++) {
      Draw draw = draws.get(i);
      List<Integer> verifies = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if ((draw.verified() >> j & 1) == 1) {
          verifies.add(j);
        }
      }
      OptionalLong leaves =
          verifies.isEmpty() ? OptionalLong.of(draw.leaves()) : OptionalLong.empty();
      nodes.add(new Node(List.copyOf(verifies), draw.isSelfVerifying(), draw.arity(), leaves));
    }
    return new Recursion(List.copyOf(nodes));
  }

  @Property(seed = "20260101")
  void countsAreThoseOfATreeThatIsBuilt(@ForAll("recursions") Recursion recursion) {
    List<long[]> built = new ArrayList<>();
    for (Node node : recursion.nodes()) {
      built.add(build(node, node.verifies().stream().map(built::get).toList()));
    }
    List<ProofCount> counted = recursion.multiplicities();
    for (int i = 0; i < built.size(); i++) {
      long[] expected = built.get(i);
      assertThat(counted.get(i))
          .isEqualTo(
              new ProofCount(
                  BigInteger.valueOf(expected[0]),
                  BigInteger.valueOf(expected[1]),
                  BigInteger.valueOf(expected[2])));
    }
  }

  /** Proofs, outputs and levels: proofs are taken from those that wait, and put among them. */
  private static long[] build(Node node, List<long[]> inputs) {
    if (node.isLeaf()) {
      long leaves = node.leafProofs().orElseThrow();
      return node.verifiesItself()
          ? new long[] {leaves, 1, leaves - 1}
          : new long[] {leaves, leaves, 0};
    }
    long waiting = inputs.stream().mapToLong(input -> input[1]).sum();
    long below = inputs.stream().mapToLong(input -> input[2]).max().orElseThrow();
    long proofs = 0;
    if (!node.verifiesItself()) {
      for (long left = waiting; left > 0; left -= node.arity()) {
        proofs++;
      }
      return new long[] {proofs, proofs, below + 1};
    }
    long left = waiting;
    do {
      left = left - Math.min(left, node.arity()) + 1;
      proofs++;
    } while (left > 1);
    return new long[] {proofs, 1, below + levels(waiting, node.arity())};
  }

  private static long levels(long proofs, long arity) {
    long next = (proofs + arity - 1) / arity;
    return next == 1 ? 1 : 1 + levels(next, arity);
  }
}
