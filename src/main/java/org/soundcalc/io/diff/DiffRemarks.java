package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.RegimeDiff;
import org.soundcalc.io.estimate.Figures;

/** What stands below tables: why a dash is one, and what a regime chose. */
final class DiffRemarks {
  private DiffRemarks() {}

  /** Why regimes do not cover circuits, but for those that were removed. */
  static List<String> dashes(List<CircuitDiff> circuits) {
    Map<String, List<String>> circuitsByReason = new LinkedHashMap<>();
    for (CircuitDiff circuit : circuits) {
      if (circuit.kind() != Change.Kind.REMOVED) {
        for (RegimeDiff regime : circuit.regimes()) {
          for (String reason : reasons(regime, circuit.sides().isMatched())) {
            circuitsByReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(circuit.name());
          }
        }
      }
    }
    List<String> remarks = new ArrayList<>();
    circuitsByReason.forEach(
        (reason, names) -> remarks.add(Figures.DASH + " " + String.join(", ", names) + reason));
    return remarks;
  }

  /** What stands behind a dash, and on which side if not on both. */
  private static List<String> reasons(RegimeDiff regime, boolean matched) {
    Change<String> words =
        regime.reasons().map(reason -> ": " + regime.regime().name() + " " + reason);
    List<String> reasons = new ArrayList<>();
    if (matched && words.isMoved()) {
      words.before().ifPresent(before -> reasons.add(" (old)" + before));
      words.after().ifPresent(after -> reasons.add(" (new)" + after));
    } else {
      words.latest().ifPresent(reasons::add);
    }
    return reasons;
  }

  /** Which multiplicities were chosen, where that is different now. */
  static List<String> multiplicities(List<RegimeDiff> regimes) {
    List<String> remarks = new ArrayList<>();
    for (RegimeDiff regime : regimes) {
      Change<List<Long>> chosen = regime.total().map(RegimeDiff.Total::multiplicities);
      if (chosen.isMoved()) {
        Change<String> texts =
            chosen.flatMap(
                some -> Optional.of(some).filter(m -> !m.isEmpty()).map(Figures::multiplicities));
        remarks.add(regime.regime().name() + ": m = " + Moves.text(texts));
      }
    }
    return remarks;
  }
}
