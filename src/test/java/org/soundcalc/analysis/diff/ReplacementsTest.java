package org.soundcalc.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.StubCircuit.term;
import static org.soundcalc.testing.StubRegime.BEYOND;
import static org.soundcalc.testing.StubRegime.LIST;
import static org.soundcalc.testing.StubRegime.UNIQUE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.StubCircuit;

/** What is weaker under a new name is a loss nevertheless. */
class ReplacementsTest {
  /** A dash is a circuit without a figure under the regime. */
  @ParameterizedTest
  @CsvSource({
    "57, 55, old0 57 new0 55",
    "57, 57, ''",
    "57, 60, ''",
    "57, '', ''",
    "'', 10, ''",
    "57 60, 58 59, ''",
    "57 60, 59 56, old0 57 new1 56",
    "60 57, 56 56, old1 57 new0 56",
    "57, -, old0 57 new0 -",
    "57, 60 -, old0 57 new1 -",
    "57 -, 57 -, ''",
    "57 -, 55 -, old0 57 new0 55",
    "57 -, - -, old0 57 new0 -",
    "57 -, 55, old0 57 new0 55",
    "-, 10, ''",
    "-, -, ''",
  })
  void theWeakestAreCompared(String removed, String added, String expected) {
    List<Regression> ofCircuits =
        diff(circuits("old", removed), circuits("new", added)).regressions().stream()
            .filter(regression -> regression.replaced().isPresent())
            .toList();
    List<String> words = new ArrayList<>();
    for (Regression regression : ofCircuits) {
      Regression.OfCircuit circuit = (Regression.OfCircuit) regression;
      assertThat(circuit.regime().regime()).isEqualTo(LIST);
      words.add(circuit.replaced().orElseThrow());
      words.add(circuit.bits().before().orElseThrow().toString());
      words.add(circuit.circuit());
      words.add(circuit.bits().after().map(String::valueOf).orElse("-"));
    }
    assertThat(String.join(" ", words)).isEqualTo(expected);
  }

  @Test
  void conjecturesCannotBeLost() {
    Circuit before = StubCircuit.named("old", "M31^4", 1, 1).under(BEYOND, term("toy", 90));
    Circuit after = StubCircuit.named("new", "M31^4", 1, 1).under(BEYOND, term("toy", 80));
    assertThat(diff(List.of(before), List.of(after)).regressions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"57, 55, true", "57, 57, false", "57, -, true", "-, 55, false"})
  void zkvmsAreComparedByTheirFigures(String before, String after, boolean isLoss) {
    ZkvmDiff removed = gone("Orion", before);
    ZkvmDiff added = come("Lyra", after);
    assertThat(Replacements.ofZkvms(List.of(added, removed)))
        .isEqualTo(isLoss ? Optional.of(Change.of(removed, added)) : Optional.empty());
    assertThat(Replacements.ofZkvms(List.of(removed))).isEmpty();
    assertThat(Replacements.ofZkvms(List.of(added))).isEmpty();
    assertThat(removed.regressions()).isEmpty();
    assertThat(added.regressions()).isEmpty();
  }

  private static ZkvmDiff gone(String name, String bits) {
    return ZkvmDiff.of(
        new Change<>(Optional.of(estimate(name, circuits("main", bits))), Optional.empty()));
  }

  private static ZkvmDiff come(String name, String bits) {
    return ZkvmDiff.of(
        new Change<>(Optional.empty(), Optional.of(estimate(name, circuits("main", bits)))));
  }

  private static List<Circuit> circuits(String name, String bits) {
    List<Circuit> circuits = new ArrayList<>();
    for (String word : bits.isEmpty() ? new String[0] : bits.split(" ", -1)) {
      StubCircuit circuit = StubCircuit.named(name + circuits.size(), "M31^4", 1, 1);
      circuits.add(
          word.equals("-") ? circuit : circuit.under(LIST, term("ALI", Integer.parseInt(word))));
    }
    return circuits;
  }

  /** With a circuit on both sides, so that neither is empty. */
  private static ZkvmDiff diff(List<Circuit> before, List<Circuit> after) {
    Circuit same = StubCircuit.named("same", "M31^4", 1, 1).under(LIST, term("ALI", 1));
    List<Circuit> old = new ArrayList<>(before);
    List<Circuit> current = new ArrayList<>(after);
    old.add(same);
    current.add(same);
    return ZkvmDiff.of(Change.of(estimate("Orion", old), estimate("Orion", current)));
  }

  private static ZkvmEstimate estimate(String name, List<Circuit> circuits) {
    return new Estimator(List.of(UNIQUE, LIST, BEYOND))
        .estimate(new Zkvm(name, Optional.empty(), List.copyOf(circuits)));
  }
}
