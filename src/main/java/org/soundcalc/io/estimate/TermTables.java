package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.model.Parameter;

/** The terms of a circuit: a row each, a column for each regime that covers the circuit. */
final class TermTables {
  private TermTables() {}

  /** The terms, runs of equal rounds folded, in whole bits. */
  static Table folded(CircuitEstimate circuit) {
    List<RegimeResult.Figures> regimes = circuit.figures().toList();
    TermRows rows = new TermRows(regimes.size());
    for (int i = 0; i < regimes.size(); i++) {
      for (CertifiedTerm term : regimes.get(i).terms()) {
        String bits = Long.toString(term.bits());
        rows.put(term.term().name(), i, figure(bits, term, regimes.get(i)));
      }
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("").headed(Cell.strong(circuit.circuit().id().name())));
    addRegimes(regimes, columns);
    return new Table(columns, rows.folded(), Remarks.multiplicities(regimes));
  }

  /** Every term, with decimals and grinding. */
  static Table inFull(CircuitEstimate circuit) {
    List<RegimeResult.Figures> regimes = circuit.figures().toList();
    TermRows rows = new TermRows(regimes.size() + 1);
    for (int i = 0; i < regimes.size(); i++) {
      for (CertifiedTerm term : regimes.get(i).terms()) {
        String bits = Figures.decimalBits(term).toString();
        int grinding = term.term().grindingBits();
        rows.put(term.term().name(), 0, grinding == 0 ? Cell.BLANK : Cell.of(grinding));
        rows.put(term.term().name(), i + 1, figure(bits, term, regimes.get(i)));
      }
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("term"));
    columns.add(Column.numbers("grinding"));
    addRegimes(regimes, columns);
    return new Table(columns, rows.all(), Remarks.multiplicities(regimes));
  }

  /** Every parameter of a circuit. */
  static Table parameters(CircuitEstimate circuit) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Parameter parameter : circuit.circuit().parameters()) {
      rows.add(List.of(Cell.of(parameter.key()), Cell.of(parameter.value())));
    }
    return new Table(List.of(Column.names("parameter"), Column.names("value")), rows);
  }

  private static void addRegimes(List<RegimeResult.Figures> regimes, List<Column> columns) {
    for (RegimeResult.Figures figures : regimes) {
      columns.add(Column.numbers("").headed(Headings.of(figures.regime())));
    }
  }

  private static Cell figure(String bits, CertifiedTerm term, RegimeResult.Figures figures) {
    boolean binding = term.term().name().equals(figures.binding().term().name());
    return binding ? new Cell(bits, Emphasis.BINDING) : Cell.of(bits);
  }
}
