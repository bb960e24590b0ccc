package org.soundcalc.io.compare;

import java.util.ArrayList;
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
  /**
   * A zkVM with its rows.
   *
   * @param title its name and version, and its file where others share these
   * @param zkvm its figures
   * @param rows of its circuits, or one
   */
  record Titled(String title, Comparison zkvm, List<ComparisonRow> rows) {}

  /** The zkVMs with their rows. */
  List<Titled> titled() {
    List<String> titles =
        Figures.unique(
            zkvms.stream().map(zkvm -> zkvm.asked().zkvm().title()).toList(),
            zkvms.stream().map(Comparison::source).toList());
    List<Titled> titled = new ArrayList<>();
    for (Comparison zkvm : zkvms) {
      List<ComparisonRow> rows =
          isPerCircuit ? ComparisonRow.ofCircuits(zkvm) : List.of(ComparisonRow.of(zkvm));
      titled.add(new Titled(titles.get(titled.size()), zkvm, rows));
    }
    return titled;
  }

  /** All rows, in the order of the zkVMs. */
  List<ComparisonRow> rows() {
    return titled().stream().flatMap(zkvm -> zkvm.rows().stream()).toList();
  }
}
