package org.soundcalc.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.StubCircuit.term;
import static org.soundcalc.testing.StubRegime.LIST;
import static org.soundcalc.testing.StubRegime.UNIQUE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Term;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubTree;

/** Whatever is compared with whatever. */
class DiffPropertiesTest {
  @Property(seed = "20260101", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void nothingIsDifferentFromItself(@ForAll("zkvms") Zkvm zkvm) {
    ZkvmDiff diff = diff(zkvm, zkvm);
    assertThat(diff.kind()).isEqualTo(Change.Kind.UNCHANGED);
    assertThat(diff.circuits()).allMatch(circuit -> circuit.kind() == Change.Kind.UNCHANGED);
    assertThat(diff.regressions()).isEmpty();
  }

  @Property(seed = "20260101", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theWayBackHasOppositeSigns(@ForAll("zkvms") Zkvm one, @ForAll("zkvms") Zkvm other) {
    Map<String, Change<?>> back = new HashMap<>();
    figures(diff(other, one)).forEach((name, change) -> back.put(name, reversed(change)));
    assertThat(figures(diff(one, other))).isEqualTo(back);
  }

  private static <T> Change<T> reversed(Change<T> change) {
    return new Change<>(change.after(), change.before());
  }

  /**
   * What is lost on the way there is no loss on the way back. Of circuits that came and went it is
   * not known: a weaker one may have gained a figure, or a stronger one gone.
   */
  @Property(seed = "20260101", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void noLossIsOneInBothDirections(@ForAll("zkvms") Zkvm one, @ForAll("zkvms") Zkvm other) {
    List<String> both = lost(diff(one, other));
    both.retainAll(lost(diff(other, one)));
    assertThat(both).isEmpty();
  }

  private static List<String> lost(ZkvmDiff diff) {
    List<String> lost = new ArrayList<>();
    for (Regression regression : diff.regressions()) {
      if (regression.replaced().isEmpty()) {
        lost.add(
            regression instanceof Regression.OfCircuit circuit
                ? circuit.circuit() + " " + circuit.regime().regime().name()
                : regression.getClass().getSimpleName());
      }
    }
    return lost;
  }

  @Property(seed = "20260101", tries = 300, edgeCases = EdgeCasesMode.NONE)
  void noNewNameHidesALoss(
      @ForAll("circuits") StubCircuit one, @ForAll("circuits") StubCircuit two) {
    List<Change<Long>> plain = bits(diff(zkvm(named("a", one)), zkvm(named("a", two))));
    List<Change<Long>> renamed = bits(diff(zkvm(named("a", one)), zkvm(named("b", two))));
    assertThat(renamed).isEqualTo(plain);
  }

  private static List<Change<Long>> bits(ZkvmDiff diff) {
    return diff.regressions().stream().map(Regression::bits).toList();
  }

  private static StubCircuit named(String name, StubCircuit circuit) {
    return new StubCircuit(
        StubCircuit.named(name, "M31^4", 1, 1).id(),
        circuit.proofSize(),
        circuit.parameters(),
        circuit.assessments());
  }

  private static Zkvm zkvm(Circuit... circuits) {
    return new Zkvm("Orion", Optional.empty(), List.of(circuits));
  }

  private static Map<String, Change<?>> figures(ZkvmDiff diff) {
    Map<String, Change<?>> figures = new HashMap<>();
    figures.put("security", diff.security());
    figures.put("final proof", diff.finalProof());
    figures.put("tree", diff.trees());
    for (CircuitDiff circuit : diff.circuits()) {
      figures.put(circuit.name() + " size", circuit.proofSize());
      circuit.parameters().forEach(p -> figures.put(circuit.name() + " " + p.key(), p.value()));
      for (RegimeDiff regime : circuit.regimes()) {
        String name = circuit.name() + " " + regime.regime().name();
        figures.put(name, regime.total());
        figures.put(name + " reason", regime.reasons());
        regime.movedTerms().forEach(term -> figures.put(name + " " + term.name(), term.figure()));
      }
    }
    return figures;
  }

  private static ZkvmDiff diff(Zkvm before, Zkvm after) {
    return ZkvmDiff.of(Change.of(estimate(before), estimate(after)));
  }

  private static ZkvmEstimate estimate(Zkvm zkvm) {
    return new Estimator(List.of(UNIQUE, LIST)).estimate(zkvm);
  }

  @Provide
  Arbitrary<Zkvm> zkvms() {
    Arbitrary<Zkvm> plain =
        circuits()
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .uniqueElements(circuit -> circuit.id().name())
            .map(list -> zkvm(list.toArray(Circuit[]::new)));
    return Combinators.combine(plain, Arbitraries.longs().between(0, 100))
        .as((zkvm, leaves) -> leaves == 0 ? zkvm : StubTree.over(zkvm, leaves));
  }

  @Provide
  Arbitrary<StubCircuit> circuits() {
    return Combinators.combine(
            Arbitraries.of("core", "wrap", "join", "last"),
            Arbitraries.longs().between(1, 3),
            Arbitraries.integers().between(84, 86),
            terms(),
            terms())
        .as(
            (name, size, queries, unique, list) -> {
              StubCircuit circuit = StubCircuit.named(name, "M31^4", size, size).queries(queries);
              StubCircuit covered =
                  unique.isEmpty() ? circuit : circuit.under(UNIQUE, array(unique));
              return list.isEmpty() ? covered : covered.under(LIST, array(list));
            });
  }

  private static Term[] array(List<Term> terms) {
    return terms.toArray(Term[]::new);
  }

  private static Arbitrary<List<Term>> terms() {
    return Combinators.combine(
            Arbitraries.of("ALI", "DEEP", "query phase"), Arbitraries.integers().between(50, 53))
        .as((name, bits) -> term(name, bits))
        .list()
        .ofMaxSize(3)
        .uniqueElements(Term::name);
  }
}
