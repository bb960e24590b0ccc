package org.soundcalc.io.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.StubCircuit.term;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.model.Term;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

class TermTablesTest {
  @Test
  void equalRoundsAreFolded() {
    assertThat(
            folded(
                term("commit round 1", 90),
                term("commit round 2", 91),
                term("commit round 3", 91),
                term("commit round 4", 91),
                term("commit round 5", 92)))
        .containsExactly("commit round 1", "commit rounds 2-4", "commit round 5");
  }

  @Test
  void roundsAreFoldedInNumericOrderOnly() {
    assertThat(folded(term("round 9", 90), term("round 10", 90), term("round 12", 90)))
        .containsExactly("rounds 9-10", "round 12");
    assertThat(folded(term("round 2", 90), term("round 1", 90)))
        .containsExactly("round 2", "round 1");
  }

  @Test
  void otherNamesAreNot() {
    String[] names = {
      "range_16",
      "range_17",
      "5",
      "6",
      "round 01",
      "round 02",
      "round",
      "turn 1",
      "round 2",
      "byte 99999999999",
      "x  1",
      "x  2"
    };
    Term[] terms = Arrays.stream(names).map(name -> term(name, 90)).toArray(Term[]::new);
    assertThat(folded(terms)).containsExactly(names);
  }

  @Test
  void roundsThatDifferInOneRegimeAreNot() {
    StubCircuit circuit =
        StubCircuit.named("c", "Goldilocks^3", 1, 2)
            .under(StubRegime.UNIQUE, term("round 1", 90), term("round 2", 90))
            .under(StubRegime.LIST, term("round 1", 80), term("round 2", 81));
    assertThat(names(TermTables.folded(estimate(circuit)))).containsExactly("round 1", "round 2");
  }

  @Test
  void foldedRowIsBindingWhereOneOfItsRoundsIs() {
    StubCircuit circuit =
        StubCircuit.named("c", "Goldilocks^3", 1, 2)
            .under(StubRegime.UNIQUE, term("round 1", 90), term("round 2", 90), term("x", 99));
    Cell figure = TermTables.folded(estimate(circuit)).rows().get(0).get(1);
    assertThat(figure).isEqualTo(new Cell("90", Emphasis.BINDING));
  }

  @Test
  void regimesMayHaveTermsOfTheirOwn() {
    StubCircuit circuit =
        StubCircuit.named("c", "Goldilocks^3", 1, 2)
            .under(StubRegime.UNIQUE, term("query phase", 90))
            .under(StubRegime.BEYOND, term("toy problem", 80));
    Table table = TermTables.folded(estimate(circuit));
    assertThat(names(table)).containsExactly("query phase", "toy problem");
    assertThat(table.rows().get(0).get(2)).isEqualTo(Cell.BLANK);
  }

  private static List<String> folded(Term... terms) {
    StubCircuit circuit =
        StubCircuit.named("c", "Goldilocks^3", 1, 2).under(StubRegime.UNIQUE, terms);
    return names(TermTables.folded(estimate(circuit)));
  }

  private static CircuitEstimate estimate(StubCircuit circuit) {
    return new Estimator(Samples.ALL).estimate(circuit);
  }

  private static List<String> names(Table table) {
    return table.rows().stream().map(row -> row.get(0).text()).toList();
  }
}
