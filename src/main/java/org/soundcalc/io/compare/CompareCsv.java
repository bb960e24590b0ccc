package org.soundcalc.io.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.io.document.CsvDocument;
import org.soundcalc.model.Caveat;

/** A row for each figure; the circuit is empty for a zkVM as a whole. */
public final class CompareCsv {
  private static final String HEADER =
      "zkvm,version,source,circuit,regime,status,bits,best_proven,gap,lost,reason,"
          + "remark,caveats";

  private CompareCsv() {}

  /**
   * Makes the rows.
   *
   * @param report the comparison
   * @return all figures
   */
  public static CsvDocument of(CompareReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(HEADER.split(",")));
    for (ComparisonRow row : report.rows()) {
      row.figures().forEach(figure -> rows.add(row(row, figure)));
    }
    return new CsvDocument(rows);
  }

  private static List<String> row(ComparisonRow row, ComparisonRow.Figure figure) {
    return List.of(
        row.zkvm(),
        row.version().orElse(""),
        row.comparison().source(),
        row.circuit().orElse(""),
        figure.regime().name(),
        figure.regime().status().word(),
        text(figure.bits()),
        text(row.proven().map(Security::bits)),
        text(figure.gap()),
        text(figure.lost()),
        String.join("; ", figure.reasons()),
        figure.regime().info().remark().orElse(""),
        caveats(figure.lacksListBound()));
  }

  /** The kind of caveat that a gate has of such a figure; empty where it has none. */
  static String caveats(boolean lacksListBound) {
    return lacksListBound ? Caveat.Kind.LIST_BOUND.word() : "";
  }

  private static String text(Optional<?> number) {
    return number.map(Object::toString).orElse("");
  }
}
