package org.soundcalc.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.StubRegime.BEYOND;
import static org.soundcalc.testing.StubRegime.LIST;
import static org.soundcalc.testing.StubRegime.UNIQUE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.soundcalc.model.Regime;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** A zkVM's figure from those of its circuits. */
class SecurityBasisTest {
  @Test
  void theBestRegimeThatCoversEveryCircuit() {
    assertThat(security(circuit("a", 100, 120), circuit("b", 90, 110)))
        .contains(new Security(110, "JBR", "b"));
    assertThat(security(circuit("a", 120, 100), circuit("b", 110, 90)))
        .contains(new Security(110, "UDR", "b"));
  }

  @Test
  void uniqueDecodingWinsATie() {
    assertThat(security(circuit("a", 100, 120), circuit("b", 120, 100)))
        .contains(new Security(100, "UDR", "a"));
  }

  /** Whatever order the results come in. */
  @Test
  void ranksDecideATieAndNotTheOrder() {
    StubCircuit circuit = circuit("a", 100, 100);
    List<RegimeResult> results = new Estimator(List.of(UNIQUE, LIST)).estimate(circuit).results();
    CircuitEstimate reversed =
        new CircuitEstimate(circuit, List.of(results.get(1), results.get(0)));
    assertThat(SecurityBasis.of(List.of(reversed), Regime::isProven).map(SecurityBasis::security))
        .contains(new Security(100, "UDR", "a"));
    assertThat(reversed.best().map(RegimeResult.Figures::regime)).contains(UNIQUE);
  }

  @Test
  void withoutACommonRegimeEachCircuitHasItsBest() {
    assertThat(security(only("a", UNIQUE, 100), only("b", LIST, 90)))
        .contains(new Security(90, "mixed", "b"));
    assertThat(security(circuit("a", 80, 95), only("b", LIST, 99), only("c", UNIQUE, 97)))
        .contains(new Security(95, "mixed", "a"));
  }

  /** A regime that leaves out a single circuit is no candidate, however good. */
  @Test
  void aRegimeMustCoverEveryCircuit() {
    assertThat(security(circuit("a", 80, 120), only("b", UNIQUE, 130)))
        .contains(new Security(80, "UDR", "a"));
  }

  @Test
  void aCircuitWithoutProvenFigureLeavesNone() {
    assertThat(security(circuit("a", 100, 120), only("b", BEYOND, 200))).isEmpty();
    assertThat(security(only("b", BEYOND, 200))).isEmpty();
    assertThat(security(StubCircuit.named("a", "BabyBear^4", 1, 1), circuit("b", 1, 1))).isEmpty();
  }

  @Test
  void theFirstCircuitThatAttainsTheMinimumIsNamed() {
    assertThat(security(circuit("a", 101, 1), circuit("b", 100, 1), circuit("c", 100, 1)))
        .contains(new Security(100, "UDR", "b"));
    assertThat(security(only("a", UNIQUE, 91), only("b", LIST, 90), only("c", UNIQUE, 90)))
        .contains(new Security(90, "mixed", "b"));
  }

  private static Optional<Security> security(StubCircuit... circuits) {
    Estimator estimator = new Estimator(List.of(LIST, BEYOND, UNIQUE));
    return SecurityBasis.of(
            List.of(circuits).stream().map(estimator::estimate).toList(), Regime::isProven)
        .map(SecurityBasis::security);
  }

  private static StubCircuit circuit(String name, int unique, int list) {
    return only(name, UNIQUE, unique).under(LIST, StubCircuit.term("ALI", list));
  }

  private static StubCircuit only(String name, StubRegime regime, int bits) {
    return StubCircuit.named(name, "BabyBear^4", 1, 1).under(regime, StubCircuit.term("ALI", bits));
  }
}
