package org.soundcalc.io.sweep;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.chart.ChartPage;
import org.soundcalc.io.chart.ChartSvg;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.document.XmlElement;

/**
 * A sweep as a page: its charts, and its table.
 *
 * @param report the sweep, of one or two levers
 */
public record SweepHtml(SweepReport report) implements Rendering {
  @Override
  public void writeTo(Writer out) throws IOException {
    List<XmlElement> charts = new ArrayList<>();
    int number = 0;
    for (SweepReport.OfCircuit of : report.sweeps()) {
      number++;
      if (report.shows(SweepColumn.DECIMAL) || report.shows(SweepColumn.BITS)) {
        SweepColumn bits =
            report.shows(SweepColumn.DECIMAL) ? SweepColumn.DECIMAL : SweepColumn.BITS;
        charts.add(ChartSvg.of(SweepChart.of(report, of, bits), "bits" + number));
      }
      for (SweepColumn size : List.of(SweepColumn.WORST, SweepColumn.EXPECTED)) {
        if (report.shows(size)) {
          charts.add(ChartSvg.of(SweepChart.of(report, of, size), size.word() + number));
        }
      }
    }
    new ChartPage(
            report.zkvm().title() + ": sweep",
            charts,
            SweepDocument.of(report, Document.Medium.PAGE))
        .writeTo(out);
  }
}
