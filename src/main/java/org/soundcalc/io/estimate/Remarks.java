package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Improvement;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.model.Regime;

/** What stands below a table: why a dash is one, and what was chosen. */
final class Remarks {
  private Remarks() {}

  /** Why figures are missing. */
  static List<String> of(ZkvmReport zkvm) {
    List<String> remarks = new ArrayList<>();
    if (zkvm.estimate().findSecurity().isEmpty()) {
      remarks.add(withoutProvenFigure(zkvm));
    }
    Map<String, List<String>> circuits = new LinkedHashMap<>();
    for (CircuitEstimate circuit : zkvm.shown()) {
      for (RegimeResult result : circuit.results()) {
        if (result instanceof RegimeResult.NotCovered dash) {
          String reason = dash.regime().name() + " " + dash.reason();
          circuits.computeIfAbsent(reason, r -> new ArrayList<>()).add(circuit.name());
        }
      }
    }
    for (Map.Entry<String, List<String>> reason : circuits.entrySet()) {
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
    List<String> names = new ArrayList<>();
    for (CircuitEstimate circuit : zkvm.estimate().circuits()) {
      if (circuit.best().isEmpty()) {
        names.add(circuit.name());
      }
    }
    return "no proven figure: no proven regime asked for covers " + String.join(", ", names);
  }

  /** The better figure in words, with the option that shows it. */
  static String hint(Improvement better) {
    List<Long> chosen = better.multiplicities();
    String with = chosen.isEmpty() ? "" : " with m = " + Figures.multiplicities(chosen);
    String regime = better.regime().name().toLowerCase(Locale.ROOT);
    return better.bits() + " bits are provable" + with + ": --regimes " + regime;
  }
}
