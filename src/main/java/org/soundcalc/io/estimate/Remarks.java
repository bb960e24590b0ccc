package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.model.Regime;

/** What stands below a table: why a dash is one, and what was chosen. */
final class Remarks {
  private Remarks() {}

  /** Why figures are missing. */
  static List<String> of(ZkvmReport zkvm) {
    List<String> remarks = new ArrayList<>();
    if (zkvm.estimate().security().isEmpty()) {
      remarks.add(withoutProvenFigure(zkvm));
    }
    Map<String, List<String>> circuitsByReason = new LinkedHashMap<>();
    for (CircuitEstimate circuit : zkvm.shown()) {
      for (RegimeResult result : circuit.results()) {
        if (result instanceof RegimeResult.NotCovered dash) {
          circuitsByReason
              .computeIfAbsent(
                  dash.regime().name() + " " + dash.reason(), reason -> new ArrayList<>())
              .add(circuit.circuit().id().name());
        }
      }
    }
    for (Map.Entry<String, List<String>> reason : circuitsByReason.entrySet()) {
      boolean ofAll = reason.getValue().size() == zkvm.shown().size();
      String which = ofAll ? "" : String.join(", ", reason.getValue()) + ": ";
      remarks.add(Figures.DASH + " " + which + reason.getKey());
    }
    return remarks;
  }

  private static String withoutProvenFigure(ZkvmReport zkvm) {
    if (zkvm.regimes().stream().noneMatch(Regime::isProven)) {
      return "no proven figure: no proven regime was asked for";
    }
    List<String> names =
        zkvm.estimate().circuits().stream()
            .filter(circuit -> circuit.best().isEmpty())
            .map(circuit -> circuit.circuit().id().name())
            .toList();
    return "no proven figure: no proven regime asked for covers " + String.join(", ", names);
  }

  /** Which multiplicities were chosen under which regime. */
  static List<String> multiplicities(TermGrid grid) {
    List<String> remarks = new ArrayList<>();
    for (RegimeResult.Figures figures : grid.columns()) {
      if (!figures.multiplicities().isEmpty()) {
        remarks.add(
            figures.regime().name() + ": " + Figures.multiplicities(figures.multiplicities()));
      }
    }
    return remarks;
  }
}
