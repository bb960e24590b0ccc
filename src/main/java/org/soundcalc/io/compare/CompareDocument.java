package org.soundcalc.io.compare;

import static org.soundcalc.io.compare.CompareNotes.marked;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.io.estimate.Headings;
import org.soundcalc.io.estimate.Warning;

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
    if (report.isPerCircuit() && !document.isPage()) {
      for (CompareReport.Titled zkvm : report.titled()) {
        document.text(zkvm.title(), Emphasis.STRONG);
        document.space();
        document.table(table(report, new TableBuilder<>(zkvm.rows()), row -> row));
        document.space();
      }
    } else {
      List<Map.Entry<String, ComparisonRow>> rows = new ArrayList<>();
      for (CompareReport.Titled zkvm : report.titled()) {
        zkvm.rows().forEach(row -> rows.add(Map.entry(zkvm.title(), row)));
      }
      document.table(
          table(
              report,
              new TableBuilder<>(rows).add(Column.names("zkVM"), row -> Cell.strong(row.getKey())),
              Map.Entry::getValue));
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

  private static <T> Table table(
      CompareReport report, TableBuilder<T> table, Function<T, ComparisonRow> row) {
    if (report.isPerCircuit()) {
      table.add(Column.names("circuit"), of -> Cell.of(row.apply(of).circuit().orElseThrow()));
    }
    table.add(
        Column.numbers("best\nproven"),
        of ->
            row.apply(of)
                .proven()
                .map(best -> Cell.strong(marked(best.bits(), row.apply(of).lacksListBound())))
                .orElse(Cell.DASH));
    for (int i = 0; i < report.regimes().size(); i++) {
      int regime = i;
      table.add(
          Headings.column(report.regimes().get(i)),
          of -> cell(row.apply(of).figures().get(regime)));
    }
    return table.table(List.of());
  }

  private static Cell cell(ComparisonRow.Figure figure) {
    if (figure.bits().isEmpty()) {
      return Cell.DASH;
    }
    return new Cell(
        marked(figure.bits().get(), figure.lacksListBound())
            + figure.gap().map(CompareDocument::signed).orElse(""),
        Headings.emphasis(figure.regime(), Emphasis.NONE));
  }

  /** Aligned among gaps of less than a hundred bits. */
  private static String signed(long gap) {
    return " %3s".formatted(gap < 0 ? Long.toString(gap) : "+" + gap);
  }
}
