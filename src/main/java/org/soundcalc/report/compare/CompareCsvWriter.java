package org.soundcalc.report.compare;

import java.io.IOException;
import java.io.Writer;
import java.util.OptionalLong;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.analysis.compare.RegimeFigure;
import org.soundcalc.report.Csv;

/** A row for each figure; the circuit is empty for a zkVM as a whole. */
public record CompareCsvWriter() implements CompareWriter {
  private static final String HEADER = "zkvm,circuit,regime,status,bits,best_proven,gap,lost\n";

  @Override
  public void write(CompareReport report, Writer out) throws IOException {
    out.append(HEADER);
    for (ComparisonRow row : report.rows()) {
      String name = Csv.quote(row.zkvm()) + "," + Csv.quote(row.circuit().orElse(""));
      String proven = row.proven().map(best -> Long.toString(best.bits())).orElse("");
      for (RegimeFigure figure : row.figures()) {
        out.append(
            String.join(
                ",",
                name,
                Csv.quote(figure.regime().name()),
                figure.regime().status().word(),
                text(figure.bits()),
                proven,
                text(figure.gap()),
                text(figure.lost())));
        out.append('\n');
      }
    }
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }
}
