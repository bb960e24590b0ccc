package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.document.CsvDocument;
import org.soundcalc.model.ProofSize;

/**
 * A row for each term of each circuit under each regime, and one named {@code total} for the
 * circuit's figure. A regime that does not cover a circuit has no rows.
 */
public final class EstimateCsv {
  private static final String HEADER =
      "zkvm,circuit,regime,status,term,bits,decimal_bits,source,version,multiplicity,"
          + "expected_bits,worst_bits,set";

  private EstimateCsv() {}

  /**
   * Makes the rows.
   *
   * @param report the estimates
   * @return all figures
   */
  public static CsvDocument of(Report report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(HEADER.split(",")));
    String settings = String.join("; ", report.provisos().settings());
    for (ZkvmReport zkvm : report.zkvms()) {
      for (CircuitEstimate circuit : zkvm.shown()) {
        for (RegimeResult.Figures figures : circuit.figures().toList()) {
          add(new Prefix(zkvm, circuit, figures, settings), rows);
        }
      }
    }
    return new CsvDocument(rows);
  }

  /** What the rows of a circuit under a regime share. */
  private record Prefix(
      ZkvmReport zkvm, CircuitEstimate circuit, RegimeResult.Figures figures, String settings) {
    List<String> row(String name, CertifiedTerm term) {
      ProofSize size = circuit.circuit().proofSize();
      return List.of(
          zkvm.estimate().zkvm().name(),
          circuit.name(),
          figures.regime().name(),
          figures.regime().status().word(),
          name,
          Long.toString(term.bits()),
          Figures.decimalBits(term).toString(),
          zkvm.source(),
          zkvm.estimate().zkvm().version().orElse(""),
          Figures.multiplicities(figures.multiplicities()),
          size.expectedBits().toString(),
          size.worstCaseBits().toString(),
          settings);
    }
  }

  private static void add(Prefix prefix, List<List<String>> rows) {
    prefix.figures.terms().forEach(term -> rows.add(prefix.row(term.term().name(), term)));
    rows.add(prefix.row("total", prefix.figures.binding()));
  }
}
