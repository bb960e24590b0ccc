package org.soundcalc.report.compare;

import java.util.List;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Regime;
import org.soundcalc.report.Warning;

/**
 * A comparison of regimes.
 *
 * @param version the program's
 * @param accounting how errors were counted
 * @param regimes those compared, in the order of their ranks
 * @param rows at least one
 * @param warnings what readers of the figures must know
 */
public record CompareReport(
    String version,
    Accounting accounting,
    List<Regime> regimes,
    List<ComparisonRow> rows,
    List<Warning> warnings) {
  /** Whether rows are circuits. */
  boolean isPerCircuit() {
    return rows.stream().anyMatch(row -> row.circuit().isPresent());
  }
}
