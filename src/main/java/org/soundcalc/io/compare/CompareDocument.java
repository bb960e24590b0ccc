package org.soundcalc.io.compare;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.estimate.Headings;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.Regime;

/** A comparison of regimes to be read. */
public final class CompareDocument {
  private CompareDocument() {}

  /**
   * Makes the document.
   *
   * @param report the comparison
   * @param medium what it is read on
   * @return all rows, on a page in one table
   */
  public static Document of(CompareReport report, Document.Medium medium) {
    Document document = new Document(medium);
    List<Comparison> zkvms = report.zkvms();
    List<String> titles = report.titles();
    if (report.isPerCircuit() && !document.isPage()) {
      for (int i = 0; i < zkvms.size(); i++) {
        document.text(titles.get(i), Emphasis.STRONG);
        document.space();
        List<List<Cell>> rows =
            report.rows(zkvms.get(i)).stream().map(CompareDocument::row).toList();
        document.table(new Table(columns(report), rows));
        document.space();
      }
    } else {
      List<List<Cell>> rows = new ArrayList<>();
      for (int i = 0; i < zkvms.size(); i++) {
        for (ComparisonRow row : report.rows(zkvms.get(i))) {
          List<Cell> cells = row(row);
          cells.add(0, Cell.strong(titles.get(i)));
          rows.add(cells);
        }
      }
      List<Column> columns = columns(report);
      columns.add(0, Column.names("zkVM"));
      document.table(new Table(columns, rows));
    }
    report.provisos().addTo(document);
    for (String note : CompareNotes.of(report)) {
      document.text(note, Emphasis.FAINT);
    }
    for (Warning warning : report.warnings()) {
      document.warning(warning.placed());
    }
    return document;
  }

  private static List<Column> columns(CompareReport report) {
    List<Column> columns = new ArrayList<>();
    if (report.isPerCircuit()) {
      columns.add(Column.names("circuit"));
    }
    columns.add(Column.numbers("best\nproven"));
    for (Regime regime : report.regimes()) {
      columns.add(Headings.column(regime));
    }
    return columns;
  }

  private static List<Cell> row(ComparisonRow row) {
    List<Cell> cells = new ArrayList<>();
    row.circuit().ifPresent(name -> cells.add(Cell.of(name)));
    cells.add(row.proven().map(best -> Cell.strong(Long.toString(best.bits()))).orElse(Cell.DASH));
    row.figures().forEach(figure -> cells.add(cell(figure)));
    return cells;
  }

  private static Cell cell(ComparisonRow.Figure figure) {
    if (figure.bits().isEmpty()) {
      return Cell.DASH;
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
