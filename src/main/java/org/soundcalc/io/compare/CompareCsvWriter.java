package org.soundcalc.io.compare;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalLong;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.analysis.compare.RegimeFigure;
import org.soundcalc.io.estimate.Csv;

/** A row for each figure; the circuit is empty for a zkVM as a whole. */
public record CompareCsvWriter() implements CompareWriter {
  private static final String HEADER =
      "zkvm,version,source,circuit,regime,status,bits,best_proven,gap,lost,reason\n";

  @Override
  public void write(CompareReport report, Writer out) throws IOException {
    out.append(HEADER);
    for (ComparisonRow row : report.rows()) {
      for (RegimeFigure figure : row.figures()) {
        write(row, figure, out);
      }
    }
  }

  private static void write(ComparisonRow row, RegimeFigure figure, Writer out) throws IOException {
    List<String> fields =
        List.of(
            Csv.quote(row.zkvm()),
            Csv.quote(row.version().orElse("")),
            Csv.quote(row.comparison().source()),
            Csv.quote(row.circuit().orElse("")),
            Csv.quote(figure.regime().name()),
            figure.regime().status().word(),
            text(figure.bits()),
            row.proven().map(best -> Long.toString(best.bits())).orElse(""),
            text(figure.gap()),
            text(figure.lost()),
            Csv.quote(String.join("; ", figure.reasons())));
    out.append(String.join(",", fields)).append('\n');
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "";
  }
}
