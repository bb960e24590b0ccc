package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.Kind;
import org.soundcalc.analysis.diff.RegimeDiff;
import org.soundcalc.analysis.diff.Total;
import org.soundcalc.io.estimate.Figures;

/** What stands below tables: why a dash is one, and what a regime chose. */
final class DiffRemarks {
  private DiffRemarks() {}

  /** What stands behind a dash, and on which side if not on both. */
  private record Reason(String side, String words) {}

  /** Why regimes do not cover circuits, but for those that were removed. */
  static List<String> dashes(List<CircuitDiff> circuits) {
    Map<Reason, List<String>> names = new LinkedHashMap<>();
    for (CircuitDiff circuit : circuits) {
      if (circuit.kind() == Kind.REMOVED) {
        continue;
      }
      for (RegimeDiff regime : circuit.regimes()) {
        for (Reason reason : reasons(regime, circuit.sides().isMatched())) {
          names.computeIfAbsent(reason, r -> new ArrayList<>()).add(circuit.name());
        }
      }
    }
    List<String> remarks = new ArrayList<>();
    names.forEach(
        (reason, ofCircuits) -> {
          String which = String.join(", ", ofCircuits) + reason.side();
          remarks.add(Figures.DASH + " " + which + ": " + reason.words());
        });
    return remarks;
  }

  private static List<Reason> reasons(RegimeDiff regime, boolean matched) {
    Change<String> words = regime.reasons().map(reason -> regime.regime().name() + " " + reason);
    List<Reason> reasons = new ArrayList<>();
    if (matched && words.isMoved()) {
      words.before().ifPresent(before -> reasons.add(new Reason(" (old)", before)));
      words.after().ifPresent(after -> reasons.add(new Reason(" (new)", after)));
    } else {
      words.latest().ifPresent(both -> reasons.add(new Reason("", both)));
    }
    return reasons;
  }

  /** Which multiplicities were chosen, where that is different now. */
  static List<String> multiplicities(List<RegimeDiff> regimes) {
    List<String> remarks = new ArrayList<>();
    for (RegimeDiff regime : regimes) {
      Change<List<Long>> chosen = regime.total().map(Total::multiplicities);
      if (chosen.isMoved()) {
        Change<String> texts = chosen.flatMap(DiffRemarks::joined);
        remarks.add(regime.regime().name() + ": m = " + Moves.text(texts));
      }
    }
    return remarks;
  }

  private static Optional<String> joined(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).reduce((all, next) -> all + ", " + next);
  }
}
