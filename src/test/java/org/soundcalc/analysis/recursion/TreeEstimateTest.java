package org.soundcalc.analysis.recursion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** The figure of a tree over circuits whose errors are known rational numbers. */
class TreeEstimateTest {
  /** An error under each of two regimes, in thousandths of a power of two. */
  private record Errors(long unique, long list, int power) {
    private static Rational of(long thousandths, int power) {
      return Rational.of(thousandths, 1000).times(Rational.powerOfTwo(-power));
    }

    private Rational best() {
      return of(Math.min(unique, list), power);
    }

    private Circuit circuit(String name) {
      return StubCircuit.named(name, "BabyBear^4", 1, 1)
          .under(StubRegime.UNIQUE, StubCircuit.term("query phase", of(unique, power)))
          .under(StubRegime.LIST, StubCircuit.term("ALI", of(list, power)));
    }
  }

  @Provide
  Arbitrary<List<Errors>> errors() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 1000),
            Arbitraries.longs().between(1, 1000),
            Arbitraries.integers().between(30, 130))
        .as(Errors::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<Long> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(1, 5000), Arbitraries.longs().between(1, 1L << 62));
  }

  /** ⌊-log2 Σ N·ε⌋, with exact rational numbers. */
  @Property(seed = "20260101", tries = 200)
  void isTheSumOverAllProofs(@ForAll("errors") List<Errors> errors, @ForAll("leaves") long leaves) {
    TreeEstimate tree = tree(errors, leaves);
    Rational sum = Rational.ZERO;
    for (int i = 0; i < errors.size(); i++) {
      Rational proofs = Rational.of(tree.branches().get(i).proofs());
      sum = sum.plus(errors.get(i).best().times(proofs));
    }
    long bits = tree.figure().orElseThrow().bits();
    if (sum.compareTo(Rational.ONE) >= 0) {
      assertThat(bits).isZero();
    } else {
      assertThat(sum).isLessThanOrEqualTo(Rational.powerOfTwo((int) -bits));
      assertThat(sum).isGreaterThan(Rational.powerOfTwo((int) -bits - 1));
    }
  }

  @Property(seed = "20260101", tries = 200)
  void moreLeavesNeverRaiseIt(
      @ForAll("errors") List<Errors> errors,
      @ForAll("leaves") long leaves,
      @ForAll("leaves") long others) {
    assertThat(hundredths(tree(errors, Math.max(leaves, others))))
        .isLessThanOrEqualTo(hundredths(tree(errors, Math.min(leaves, others))));
  }

  /** In decimal bits: rounding down may cost a hundredth, and log2 ΣN rounded down another. */
  @Property(seed = "20260101", tries = 200)
  void liesBetweenTheWeakestCircuitAndLog2OfAllProofsBelowIt(
      @ForAll("errors") List<Errors> errors, @ForAll("leaves") long leaves) {
    TreeEstimate tree = tree(errors, leaves);
    long weakest =
        tree.branches().stream()
            .mapToLong(b -> b.hundredthBitsOfOne().orElseThrow())
            .min()
            .orElseThrow();
    assertThat(hundredths(tree)).isLessThanOrEqualTo(weakest);
    assertThat(hundredths(tree))
        .isGreaterThanOrEqualTo(Math.max(0, weakest - tree.hundredthBitsOfProofs() - 2));
  }

  @Property(seed = "20260101", tries = 200)
  void sharesAreNearestHundredths(
      @ForAll("errors") List<Errors> errors, @ForAll("leaves") long leaves) {
    TreeEstimate tree = tree(errors, leaves);
    Rational sum = Rational.ZERO;
    List<Rational> parts = new ArrayList<>();
    for (int i = 0; i < errors.size(); i++) {
      Rational proofs = Rational.of(tree.branches().get(i).proofs());
      parts.add(errors.get(i).best().times(proofs));
      sum = sum.plus(parts.get(i));
    }
    for (int i = 0; i < errors.size(); i++) {
      Rational hundredths = parts.get(i).over(sum).times(Rational.of(100));
      BigInteger nearest = hundredths.plus(Rational.of(1, 2)).floor();
      assertThat(tree.branches().get(i).share()).contains(new BigDecimal(nearest, 2));
    }
  }

  @Test
  void hasNoFigureWhereACircuitHasNone() {
    List<Circuit> circuits =
        List.of(
            new Errors(1, 1, 50).circuit("leaf"), StubCircuit.named("root", "BabyBear^4", 1, 1));
    TreeEstimate tree = tree(new Zkvm("Stub", Optional.empty(), circuits, Optional.of(line(2, 1))));
    assertThat(tree.figure()).isEmpty();
    assertThat(tree.unproven()).containsExactly("root");
    assertThat(tree.branches()).allSatisfy(branch -> assertThat(branch.share()).isEmpty());
  }

  /** Of regimes that are not proven none counts, however good. */
  @Test
  void countsTheBestProvenRegimeOfEachCircuit() {
    List<Circuit> circuits = new ArrayList<>();
    circuits.add(new Errors(900, 300, 40).circuit("leaf"));
    circuits.add(
        ((StubCircuit) new Errors(300, 900, 40).circuit("root"))
            .under(StubRegime.BEYOND, StubCircuit.term("ALI", 200)));
    TreeEstimate tree = tree(new Zkvm("Stub", Optional.empty(), circuits, Optional.of(line(2, 1))));
    assertThat(tree.branches())
        .extracting(branch -> branch.figures().map(RegimeResult.Figures::regime).orElseThrow())
        .containsExactly(StubRegime.LIST, StubRegime.UNIQUE);
    // 0.3·2^-40 twice
    assertThat(hundredths(tree)).isEqualTo(4073);
  }

  private static long hundredths(TreeEstimate tree) {
    return tree.figure().orElseThrow().hundredthBits();
  }

  /** Leaves, layers that take two at once, and a last circuit that joins what is left. */
  private static TreeEstimate tree(List<Errors> errors, long leaves) {
    List<Circuit> circuits = new ArrayList<>();
    for (int i = 0; i < errors.size(); i++) {
      circuits.add(errors.get(i).circuit("circuit " + i));
    }
    return tree(
        new Zkvm("Stub", Optional.empty(), circuits, Optional.of(line(errors.size(), leaves))));
  }

  private static TreeEstimate tree(Zkvm zkvm) {
    List<StubRegime> regimes = List.of(StubRegime.UNIQUE, StubRegime.LIST, StubRegime.BEYOND);
    return TreeEstimate.of(new Estimator(List.copyOf(regimes)).estimate(zkvm)).orElseThrow();
  }

  private static Recursion line(int circuits, long leaves) {
    List<Recursion.Node> nodes = new ArrayList<>();
    nodes.add(new Recursion.Node(List.of(), false, 1, OptionalLong.of(leaves)));
    for (int i = 1; i < circuits; i++) {
      boolean isLast = i == circuits - 1;
      nodes.add(new Recursion.Node(List.of(i - 1), isLast, 2, OptionalLong.empty()));
    }
    return new Recursion(List.copyOf(nodes));
  }
}
