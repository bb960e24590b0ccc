package org.soundcalc.io.compare;

import java.util.List;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.Regime;

/**
 * A comparison of regimes.
 *
 * @param version the program's
 * @param provisos what the figures depend on beside the files
 * @param regimes those compared, in the order of their ranks
 * @param zkvms at least one, in the order they were asked for
 * @param isPerCircuit whether rows are circuits
 * @param warnings what readers of the figures must know
 */
public record CompareReport(
    String version,
    EstimateCaveats provisos,
    List<Regime> regimes,
    List<Comparison> zkvms,
    boolean isPerCircuit,
    List<Warning> warnings) {
  /** All rows, in the order of the zkVMs. */
  List<ComparisonRow> rows() {
    return zkvms.stream().flatMap(zkvm -> rows(zkvm).stream()).toList();
  }

  /** The rows of one zkVM. */
  List<ComparisonRow> rows(Comparison zkvm) {
    return isPerCircuit ? ComparisonRow.ofCircuits(zkvm) : List.of(ComparisonRow.of(zkvm));
  }

  /** What tables call each zkVM: its name and version, and its file where others share these. */
  List<String> titles() {
    List<String> titles = zkvms.stream().map(zkvm -> zkvm.asked().zkvm().title()).toList();
    return Figures.unique(titles, zkvms.stream().map(Comparison::source).toList());
  }
}
