package org.soundcalc.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.StubRegime.BEYOND;
import static org.soundcalc.testing.StubRegime.LIST;
import static org.soundcalc.testing.StubRegime.UNIQUE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Zkvm;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** What is said of a proven regime that was not asked for. */
class ImprovementTest {
  @Test
  void isTheLowestFigureOfTheOtherRegime() {
    assertThat(improvement(circuit("a", 50, 99), circuit("b", 60, 57)))
        .contains(new Improvement(57, LIST, List.of()));
  }

  @Test
  void isNoneWhereOneCircuitProvesNoMore() {
    assertThat(improvement(circuit("a", 50, 99), circuit("b", 60, 50))).isEmpty();
    assertThat(improvement(circuit("a", 50, 50), circuit("b", 60, 99))).isEmpty();
  }

  @Test
  void isNoneWhereOneCircuitIsNotCoveredOrRefused() {
    StubCircuit uncovered = only("b", UNIQUE, 60);
    assertThat(improvement(circuit("a", 50, 99), uncovered)).isEmpty();
    StubCircuit refused =
        uncovered.with(LIST, new Assessment.Refused(CommonKeys.NAME, "no room for it"));
    assertThat(improvement(circuit("a", 50, 99), refused)).isEmpty();
  }

  @Test
  void conjecturesAndWhatWasAskedForAreNone() {
    assertThat(improvement(only("a", UNIQUE, 50).under(BEYOND, StubCircuit.term("ALI", 99))))
        .isEmpty();
    assertThat(Improvement.of(estimate(circuit("a", 50, 99)), List.of(UNIQUE, BEYOND))).isEmpty();
  }

  @Test
  void aFigureWithoutAListBoundIsNone() {
    Caveat caveat = new Caveat(Caveat.Kind.LIST_BOUND, "no list bound holds", List.of());
    StubCircuit circuit =
        only("a", UNIQUE, 50)
            .under(LIST, StubCircuit.term("ALI", 99).granted(() -> Optional.of(caveat)));
    assertThat(improvement(circuit)).isEmpty();
  }

  private static Optional<Improvement> improvement(StubCircuit... circuits) {
    return Improvement.of(estimate(circuits), List.<Regime>of(UNIQUE, LIST, BEYOND));
  }

  private static ZkvmEstimate estimate(StubCircuit... circuits) {
    Zkvm zkvm = new Zkvm("Stub", Optional.empty(), List.of(circuits));
    return new Estimator(List.of(UNIQUE)).estimate(zkvm);
  }

  private static StubCircuit circuit(String name, int unique, int list) {
    return only(name, UNIQUE, unique).under(LIST, StubCircuit.term("ALI", list));
  }

  private static StubCircuit only(String name, StubRegime regime, int bits) {
    return StubCircuit.named(name, "BabyBear^4", 1, 1).under(regime, StubCircuit.term("ALI", bits));
  }
}
