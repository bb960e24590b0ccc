package org.soundcalc.io.estimate;

import java.io.IOException;
import java.io.Writer;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.model.Regime;

/**
 * A row for each term of each circuit under each regime, and one named {@code total} for the
 * circuit's figure; quoted as RFC 4180 says. A regime that does not cover a circuit has no rows.
 */
public record CsvWriter() implements ReportWriter {
  private static final String HEADER = "zkvm,circuit,regime,status,term,bits,decimal_bits\n";
  private static final String TOTAL = "total";

  @Override
  public void write(Report report, Writer out) throws IOException {
    out.append(HEADER);
    for (ZkvmReport zkvm : report.zkvms()) {
      String name = zkvm.estimate().zkvm().name();
      for (CircuitEstimate circuit : zkvm.shown()) {
        for (RegimeResult result : circuit.results()) {
          if (result instanceof RegimeResult.Figures figures) {
            write(figures, Csv.quote(name) + "," + Csv.quote(circuit.circuit().id().name()), out);
          }
        }
      }
    }
  }

  private static void write(RegimeResult.Figures figures, String circuit, Writer out)
      throws IOException {
    Regime regime = figures.regime();
    String prefix = circuit + "," + Csv.quote(regime.name()) + "," + regime.status().word() + ",";
    for (CertifiedTerm term : figures.terms()) {
      write(prefix, term.term().name(), term, out);
    }
    write(prefix, TOTAL, figures.binding(), out);
  }

  private static void write(String prefix, String name, CertifiedTerm term, Writer out)
      throws IOException {
    out.append(prefix)
        .append(Csv.quote(name))
        .append(',')
        .append(Long.toString(term.bits()))
        .append(',')
        .append(Figures.decimalBits(term).toString())
        .append('\n');
  }
}
