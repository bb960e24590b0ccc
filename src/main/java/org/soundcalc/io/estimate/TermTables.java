package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.model.Parameter;

/**
 * What the tables of a circuit's terms hold, whatever they are drawn with.
 *
 * @param bindingMark stands before the figure of a binding term
 */
record TermTables(String bindingMark) {
  /** A dash would ask for a reason, where a regime just has terms of its own. */
  private static final Cell NO_SUCH_TERM = Cell.of("");

  /** The terms, runs of equal rounds folded, in whole bits. */
  TextTable folded(CircuitEstimate circuit) {
    TermGrid grid = TermGrid.of(circuit).folded();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("").headed(Cell.strong(circuit.circuit().id().name())));
    addRegimes(grid, columns);
    List<List<Cell>> rows = new ArrayList<>(grid.rows().size());
    for (TermGrid.Row term : grid.rows()) {
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(Cell.of(term.name()));
      addFigures(term, false, row);
      rows.add(row);
    }
    return new TextTable(columns, rows, Remarks.multiplicities(grid));
  }

  /** Every term, with decimals and grinding. */
  TextTable inFull(CircuitEstimate circuit) {
    TermGrid grid = TermGrid.of(circuit);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("term"));
    columns.add(Column.numbers("grinding"));
    addRegimes(grid, columns);
    List<List<Cell>> rows = new ArrayList<>(grid.rows().size());
    for (TermGrid.Row term : grid.rows()) {
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(Cell.of(term.name()));
      row.add(Cell.of(term.grindingBits() == 0 ? "" : Integer.toString(term.grindingBits())));
      addFigures(term, true, row);
      rows.add(row);
    }
    return new TextTable(columns, rows, Remarks.multiplicities(grid));
  }

  /** Every parameter of a circuit. */
  static TextTable parameters(CircuitEstimate circuit) {
    List<Column> columns = List.of(Column.names("parameter"), Column.names("value"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Parameter parameter : circuit.circuit().parameters()) {
      rows.add(List.of(Cell.of(parameter.key()), Cell.of(parameter.value())));
    }
    return new TextTable(columns, rows, List.of());
  }

  private static void addRegimes(TermGrid grid, List<Column> columns) {
    for (RegimeResult.Figures figures : grid.columns()) {
      columns.add(Column.numbers("").headed(Headings.of(figures.regime())));
    }
  }

  private void addFigures(TermGrid.Row term, boolean decimals, List<Cell> row) {
    for (Optional<TermGrid.Entry> entry : term.entries()) {
      row.add(entry.map(present -> figure(present, decimals)).orElse(NO_SUCH_TERM));
    }
  }

  private Cell figure(TermGrid.Entry entry, boolean decimals) {
    String bits =
        decimals
            ? Figures.decimalBits(entry.term()).toString()
            : Long.toString(entry.term().bits());
    return entry.binding() ? new Cell(bindingMark + bits, Emphasis.BINDING) : Cell.of(bits);
  }
}
