package org.soundcalc.io.estimate;

import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Improvement;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Regime;

/**
 * A zkVM with its figures.
 *
 * @param source the file that describes it, as it was named
 * @param estimate its figures
 * @param shown the circuits to show, in their order
 * @param warnings what its readers must know
 * @param improvement a better proven figure that was not asked for, if there is one
 */
public record ZkvmReport(
    String source,
    ZkvmEstimate estimate,
    List<CircuitEstimate> shown,
    List<Warning> warnings,
    Optional<Improvement> improvement) {
  /** Name and version. */
  String title() {
    return estimate.zkvm().title();
  }

  /** The regimes asked for, in the order of their ranks. */
  List<Regime> regimes() {
    return estimate.regimes();
  }
}
