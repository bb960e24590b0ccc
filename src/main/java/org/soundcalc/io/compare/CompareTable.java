package org.soundcalc.io.compare;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.analysis.compare.RegimeFigure;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Headings;
import org.soundcalc.model.Regime;

/** What the table of a comparison holds, whatever it is drawn with. */
final class CompareTable {
  private static final Cell DASH = new Cell(Figures.DASH, Emphasis.FAINT);

  private CompareTable() {}

  /** All of it in one table. */
  static TextTable of(CompareReport report) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < report.zkvms().size(); i++) {
      for (ComparisonRow row : report.rows(report.zkvms().get(i))) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.strong(report.titles().get(i))));
        cells.addAll(cells(row));
        rows.add(cells);
      }
    }
    List<Column> columns = new ArrayList<>(List.of(Column.names("zkVM")));
    columns.addAll(columns(report));
    return new TextTable(columns, rows, List.of());
  }

  /** The circuits of one zkVM. */
  static TextTable ofCircuits(CompareReport report, Comparison zkvm) {
    return new TextTable(
        columns(report), report.rows(zkvm).stream().map(CompareTable::cells).toList(), List.of());
  }

  private static List<Column> columns(CompareReport report) {
    List<Column> columns = new ArrayList<>();
    if (report.isPerCircuit()) {
      columns.add(Column.names("circuit"));
    }
    columns.add(Column.numbers("best\nproven"));
    for (Regime regime : report.regimes()) {
      columns.add(Column.numbers("").headed(Headings.of(regime)));
    }
    return columns;
  }

  private static List<Cell> cells(ComparisonRow row) {
    List<Cell> cells = new ArrayList<>();
    row.circuit().ifPresent(name -> cells.add(Cell.of(name)));
    cells.add(row.proven().map(best -> Cell.strong(Long.toString(best.bits()))).orElse(DASH));
    row.figures().forEach(figure -> cells.add(cell(figure)));
    return cells;
  }

  private static Cell cell(RegimeFigure figure) {
    if (figure.bits().isEmpty()) {
      return DASH;
    }
    Emphasis emphasis = figure.regime().isProven() ? Emphasis.NONE : Emphasis.CAUTION;
    String bits = Long.toString(figure.bits().getAsLong());
    return new Cell(
        figure.gap().isPresent() ? bits + signed(figure.gap().getAsLong()) : bits, emphasis);
  }

  /** Aligned among gaps of less than a hundred bits. */
  private static String signed(long gap) {
    return " %3s".formatted(gap < 0 ? Long.toString(gap) : "+" + gap);
  }
}
