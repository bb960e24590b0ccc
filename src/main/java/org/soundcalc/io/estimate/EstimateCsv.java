package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
          + "expected_bits,worst_bits,set,remark";

  /** With sizes as sent, where a circuit has them. */
  private static final String SENT = ",sent_expected_bits,sent_worst_bits";

  private EstimateCsv() {}

  /**
   * Makes the rows.
   *
   * @param report the estimates
   * @return all figures
   */
  public static CsvDocument of(Report report) {
    List<List<String>> rows = new ArrayList<>();
    boolean withSent =
        report.zkvms().stream()
            .flatMap(zkvm -> zkvm.shown().stream())
            .anyMatch(circuit -> circuit.circuit().proofSizeSent().isPresent());
    rows.add(List.of((withSent ? HEADER + SENT : HEADER).split(",")));
    String settings = String.join("; ", report.provisos().settings());
    for (ZkvmReport zkvm : report.zkvms()) {
      for (CircuitEstimate circuit : zkvm.shown()) {
        for (RegimeResult.Figures figures : circuit.figures().toList()) {
          add(new Prefix(zkvm, circuit, figures, settings, withSent), rows);
        }
      }
    }
    return new CsvDocument(rows);
  }

  /** What the rows of a circuit under a regime share. */
  private record Prefix(
      ZkvmReport zkvm,
      CircuitEstimate circuit,
      RegimeResult.Figures figures,
      String settings,
      boolean withSent) {
    List<String> row(String name, CertifiedTerm term) {
      ProofSize size = circuit.circuit().proofSize();
      List<String> row = new ArrayList<>();
      Collections.addAll(
          row,
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
          settings,
          figures.regime().info().remark().orElse(""));
      if (withSent) {
        Optional<ProofSize> sent = circuit.circuit().proofSizeSent();
        row.add(sent.map(its -> its.expectedBits().toString()).orElse(""));
        row.add(sent.map(its -> its.worstCaseBits().toString()).orElse(""));
      }
      return row;
    }
  }

  private static void add(Prefix prefix, List<List<String>> rows) {
    prefix.figures.terms().forEach(term -> rows.add(prefix.row(term.term().name(), term)));
    rows.add(prefix.row("total", prefix.figures.binding()));
  }
}
