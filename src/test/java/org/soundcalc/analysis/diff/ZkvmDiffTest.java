package org.soundcalc.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.soundcalc.testing.StubCircuit.term;
import static org.soundcalc.testing.StubRegime.BEYOND;
import static org.soundcalc.testing.StubRegime.LIST;
import static org.soundcalc.testing.StubRegime.UNIQUE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Recursion;
import org.soundcalc.model.Term;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.StubCircuit;

/** What counts as a change, and what as a loss. */
class ZkvmDiffTest {
  private static final Term FINE = term("ALI", Rational.of(5, 8).times(Rational.powerOfTwo(-50)));

  @Test
  void nothingChanged() {
    ZkvmDiff diff = diff(zkvm(circuit("a", 50, 53)), zkvm(circuit("a", 50, 53)));
    assertThat(diff.kind()).isEqualTo(Change.Kind.UNCHANGED);
    assertThat(only(diff).kind()).isEqualTo(Change.Kind.UNCHANGED);
    assertThat(diff.regressions()).isEmpty();
  }

  @Test
  void lossOfBitsIsARegressionOfTheCircuitAndOfTheZkvm() {
    ZkvmDiff diff = diff(zkvm(circuit("a", 50, 53)), zkvm(circuit("a", 50, 52)));
    assertThat(diff.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(diff.regressions())
        .extracting(Regression::bits)
        .containsExactly(Change.of(53L, 52L), Change.of(53L, 52L));
    assertThat(diff.regressions().get(0)).isInstanceOf(Regression.OfZkvm.class);
    assertThat(diff.regressions().get(1)).isInstanceOf(Regression.OfCircuit.class);
    RegimeDiff list = only(diff).regimes().get(1);
    assertThat(list.movedTerms())
        .extracting(RegimeDiff.TermDiff::name)
        .containsExactly("query phase");
    assertThat(only(diff).regimes().get(0).isMoved()).isFalse();
  }

  /** The zkVM's figure is that of its best regime: another one may fall below it unseen. */
  @Test
  void everyProvenRegimeCounts() {
    ZkvmDiff diff = diff(zkvm(circuit("a", 50, 53)), zkvm(circuit("a", 49, 53)));
    assertThat(diff.regressions()).hasSize(1).allMatch(r -> r instanceof Regression.OfCircuit);
  }

  @Test
  void gainIsNone() {
    ZkvmDiff diff = diff(zkvm(circuit("a", 50, 53)), zkvm(circuit("a", 51, 54)));
    assertThat(diff.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(diff.regressions()).isEmpty();
  }

  @Test
  void termsAboveTheTotalMayFall() {
    StubCircuit before = StubCircuit.named("a", "M31^4", 1, 1);
    ZkvmDiff diff =
        diff(
            zkvm(before.under(UNIQUE, term("ALI", 50), term("DEEP", 90))),
            zkvm(before.under(UNIQUE, term("ALI", 50), term("DEEP", 80))));
    assertThat(diff.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(only(diff).regimes().get(0).movedTerms())
        .extracting(RegimeDiff.TermDiff::name)
        .containsExactly("DEEP");
    assertThat(diff.regressions()).isEmpty();
  }

  @Test
  void hundredthsAreAMoveAndNoLoss() {
    StubCircuit circuit = StubCircuit.named("a", "M31^4", 1, 1);
    ZkvmDiff diff =
        diff(zkvm(circuit.under(UNIQUE, FINE)), zkvm(circuit.under(UNIQUE, term("ALI", 50))));
    RegimeDiff unique = only(diff).regimes().get(0);
    assertThat(diff.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(unique.total().isMoved()).isFalse();
    assertThat(unique.movedTerms())
        .containsExactly(
            new RegimeDiff.TermDiff(
                "ALI",
                Change.of(
                    new RegimeDiff.TermFigure(50, 5067, true),
                    new RegimeDiff.TermFigure(50, 5041, true))));
    assertThat(diff.regressions()).isEmpty();
  }

  @Test
  void termsMayComeAndGo() {
    StubCircuit circuit = StubCircuit.named("a", "M31^4", 1, 1);
    ZkvmDiff diff =
        diff(
            zkvm(circuit.under(UNIQUE, term("ALI", 50), term("alu", 90))),
            zkvm(circuit.under(UNIQUE, term("ALI", 50), term("byte", 91))));
    assertThat(only(diff).regimes().get(0).movedTerms())
        .extracting(RegimeDiff.TermDiff::name, term -> term.figure().kind())
        .containsExactlyInAnyOrder(
            tuple("alu", Change.Kind.REMOVED), tuple("byte", Change.Kind.ADDED));
  }

  /** Another round decides the bits now: that is a change though no bits moved by it. */
  @Test
  void termThatBecomesTheBindingOneMoved() {
    StubCircuit circuit = StubCircuit.named("a", "M31^4", 1, 1);
    ZkvmDiff diff =
        diff(
            zkvm(circuit.under(UNIQUE, term("ALI", 50), term("DEEP", 51))),
            zkvm(circuit.under(UNIQUE, term("ALI", 60), term("DEEP", 51))));
    assertThat(only(diff).regimes().get(0).movedTerms())
        .extracting(RegimeDiff.TermDiff::name)
        .containsExactly("ALI", "DEEP");
  }

  @Test
  void parameterAloneIsAChange() {
    ZkvmDiff diff = diff(zkvm(circuit("a", 50, 53)), zkvm(circuit("a", 50, 53).queries(90)));
    assertThat(diff.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(only(diff).parameters())
        .containsExactly(new CircuitDiff.ParameterDiff("num_queries", Change.of("84", "90")));
    assertThat(only(diff).regimes()).noneMatch(RegimeDiff::isMoved);
    assertThat(diff.regressions()).isEmpty();
  }

  @Test
  void parametersMayComeAndGoAndTeamsMayMeasureAgain() {
    ZkvmDiff diff =
        diff(
            zkvm(circuit("a", 50, 53).parameter("old_key", "1").measured("1 MB")),
            zkvm(circuit("a", 50, 53).parameter("new_key", "2").measured("2 MB")));
    assertThat(only(diff).parameters())
        .containsExactlyInAnyOrder(
            new CircuitDiff.ParameterDiff(
                "old_key", new Change<>(Optional.of("1"), Optional.empty())),
            new CircuitDiff.ParameterDiff(
                "new_key", new Change<>(Optional.empty(), Optional.of("2"))),
            new CircuitDiff.ParameterDiff("proof_size", Change.of("\"1 MB\"", "\"2 MB\"")));
  }

  @Test
  void circuitsComeAndGoWithoutALoss() {
    ZkvmDiff diff =
        diff(
            zkvm(circuit("a", 50, 53), circuit("b", 60, 63)),
            zkvm(circuit("a", 50, 53), circuit("c", 60, 63)));
    assertThat(diff.circuits())
        .extracting(CircuitDiff::name, CircuitDiff::kind)
        .containsExactly(
            tuple("a", Change.Kind.UNCHANGED),
            tuple("c", Change.Kind.ADDED),
            tuple("b", Change.Kind.REMOVED));
    assertThat(diff.circuits().get(1).regimes().get(0).total())
        .isEqualTo(
            new Change<>(
                Optional.empty(), Optional.of(new RegimeDiff.Total(60, "query phase", List.of()))));
    assertThat(diff.circuits().get(2).parameters()).hasSize(2);
    assertThat(diff.regressions()).isEmpty();
  }

  /** The new circuit itself has lost nothing; the zkVM has. */
  @Test
  void weakNewCircuitIsALossOfTheZkvm() {
    ZkvmDiff diff =
        diff(zkvm(circuit("a", 50, 53)), zkvm(circuit("a", 50, 53), circuit("b", 20, 30)));
    assertThat(diff.regressions())
        .containsExactly(new Regression.OfZkvm(Optional.empty(), diff.security()));
    assertThat(diff.finalProof().map(ZkvmDiff.FinalProof::circuit)).isEqualTo(Change.of("a", "b"));
  }

  @Test
  void regimeThatStopsToApplyIsALossWhereItIsProven() {
    StubCircuit covered = circuit("a", 50, 53).under(BEYOND, term("toy", 90));
    StubCircuit stops =
        StubCircuit.named("a", "M31^4", 1, 1).under(UNIQUE, term("query phase", 50));
    ZkvmDiff diff = diff(zkvm(covered), zkvm(stops));
    assertThat(diff.regressions())
        .filteredOn(r -> r instanceof Regression.OfCircuit)
        .extracting(Regression::bits)
        .containsExactly(new Change<>(Optional.of(53L), Optional.empty()));
    assertThat(only(diff).regimes().get(1).reasons().after())
        .contains("does not cover stubs like this one");
    assertThat(only(diff).regimes().get(2).isMoved()).isTrue();
    assertThat(diff(zkvm(stops), zkvm(covered)).regressions()).isEmpty();
  }

  @Test
  void figureOfTheZkvmMayDisappear() {
    StubCircuit conjectured = StubCircuit.named("a", "M31^4", 1, 1).under(BEYOND, term("toy", 90));
    ZkvmDiff diff = diff(zkvm(circuit("a", 50, 53)), zkvm(conjectured));
    assertThat(diff.regressions().get(0))
        .isEqualTo(new Regression.OfZkvm(Optional.empty(), diff.security()));
    assertThat(diff.security().after()).isEmpty();
    assertThat(diff.regressions()).hasSize(3);
  }

  @Test
  void nameVersionAndOrderOfTheZkvmCount() {
    Zkvm before = new Zkvm("Orion", Optional.of("1"), List.of(circuit("a", 9, 9)));
    Zkvm after = new Zkvm("Orion", Optional.of("2"), List.of(circuit("a", 9, 9)));
    assertThat(diff(before, after).kind()).isEqualTo(Change.Kind.CHANGED);
    ZkvmDiff reordered =
        diff(
            zkvm(circuit("a", 9, 9), circuit("b", 9, 9)),
            zkvm(circuit("b", 9, 9), circuit("a", 9, 9)));
    assertThat(reordered.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(reordered.circuits()).allMatch(circuit -> circuit.kind() == Change.Kind.UNCHANGED);
  }

  @Test
  void zkvmThatWasRemovedHasLostNothing() {
    ZkvmDiff removed =
        ZkvmDiff.of(
            new Change<>(Optional.of(estimate(zkvm(circuit("a", 50, 53)))), Optional.empty()));
    assertThat(removed.kind()).isEqualTo(Change.Kind.REMOVED);
    assertThat(removed.name()).isEqualTo("Orion");
    assertThat(removed.regressions()).isEmpty();
  }

  /** Two leaves change places: no figure moves, nor the number of proofs. */
  @Test
  void leafProofsAreParametersOfTheirCircuits() {
    ZkvmDiff diff = diff(leaves(10, 20), leaves(20, 10));
    assertThat(diff.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(diff.circuits())
        .extracting(CircuitDiff::parameters)
        .containsExactly(
            List.of(new CircuitDiff.ParameterDiff("max_leaf_proofs", Change.of("10", "20"))),
            List.of(new CircuitDiff.ParameterDiff("max_leaf_proofs", Change.of("20", "10"))),
            List.of());
    assertThat(diff.regressions()).isEmpty();
    assertThat(diff(leaves(10, 20), leaves(10, 20)).kind()).isEqualTo(Change.Kind.UNCHANGED);
  }

  private static Zkvm leaves(long a, long b) {
    Recursion recursion =
        new Recursion(
            List.of(
                new Recursion.Node(List.of(), false, 1, OptionalLong.of(a)),
                new Recursion.Node(List.of(), false, 1, OptionalLong.of(b)),
                new Recursion.Node(List.of(0, 1), true, 2, OptionalLong.empty())));
    List<Circuit> circuits =
        List.of(circuit("a", 50, 53), circuit("b", 50, 53), circuit("c", 50, 53));
    return new Zkvm("Orion", Optional.empty(), circuits, Optional.of(recursion));
  }

  private static StubCircuit circuit(String name, int unique, int list) {
    return StubCircuit.named(name, "M31^4", 1, 1)
        .under(UNIQUE, term("ALI", 99), term("query phase", unique))
        .under(LIST, term("ALI", 98), term("query phase", list));
  }

  private static Zkvm zkvm(StubCircuit... circuits) {
    return new Zkvm("Orion", Optional.empty(), List.of(circuits));
  }

  private static ZkvmEstimate estimate(Zkvm zkvm) {
    return new Estimator(List.of(UNIQUE, LIST, BEYOND)).estimate(zkvm);
  }

  private static ZkvmDiff diff(Zkvm before, Zkvm after) {
    return ZkvmDiff.of(Change.of(estimate(before), estimate(after)));
  }

  private static CircuitDiff only(ZkvmDiff diff) {
    assertThat(diff.circuits()).hasSize(1);
    return diff.circuits().get(0);
  }
}
