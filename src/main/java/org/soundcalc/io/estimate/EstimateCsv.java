package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.document.CsvDocument;

/**
 * A row for each term of each circuit under each regime, and one named {@code total} for the
 * circuit's figure. A regime that does not cover a circuit has no rows.
 */
public final class EstimateCsv {
  private EstimateCsv() {}

  /**
   * Makes the rows.
   *
   * @param report the estimates
   * @return all figures
   */
  public static CsvDocument of(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("zkvm", "circuit", "regime", "status", "term", "bits", "decimal_bits"));
    for (ZkvmReport zkvm : report.zkvms()) {
      for (CircuitEstimate circuit : zkvm.shown()) {
        circuit.figures().forEach(figures -> add(zkvm, circuit, figures, rows));
      }
    }
    return new CsvDocument(rows);
  }

  private static void add(
      ZkvmReport zkvm,
      CircuitEstimate circuit,
      RegimeResult.Figures figures,
      List<List<String>> rows) {
    List<String> prefix =
        List.of(
            zkvm.estimate().zkvm().name(),
            circuit.name(),
            figures.regime().name(),
            figures.regime().status().word());
    figures.terms().forEach(term -> rows.add(row(prefix, term.term().name(), term)));
    rows.add(row(prefix, "total", figures.binding()));
  }

  private static List<String> row(List<String> prefix, String name, CertifiedTerm term) {
    List<String> row = new ArrayList<>(prefix);
    row.addAll(List.of(name, Long.toString(term.bits()), Figures.decimalBits(term).toString()));
    return row;
  }
}
