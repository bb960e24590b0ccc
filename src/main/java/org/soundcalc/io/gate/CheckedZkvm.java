package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.gate.Finding;
import org.soundcalc.analysis.gate.Shortfall;
import org.soundcalc.analysis.gate.TreeShortfall;
import org.soundcalc.analysis.gate.Verdict;
import org.soundcalc.io.estimate.Warning;

/**
 * A zkVM with its verdict.
 *
 * @param source the file that describes it, as it was named
 * @param verdict whether it passed
 * @param lines where the file has its circuits, one for each, counted from 1
 * @param warnings what readers of its figures must know
 */
public record CheckedZkvm(
    String source, Verdict verdict, List<Integer> lines, List<Warning> warnings) {
  /** Name and version. */
  String title() {
    return verdict.estimate().zkvm().title();
  }

  /** Why it does not pass; empty if it does. */
  List<Fault> faults() {
    return verdict.findings().stream().flatMap(finding -> faults(finding).stream()).toList();
  }

  /** Why it misses one requirement; empty if it does not. */
  List<Fault> faults(Finding finding) {
    List<Fault> faults = new ArrayList<>();
    if (finding instanceof Finding.Bits bits) {
      for (Shortfall shortfall : bits.shortfalls()) {
        String words = GateWords.shortfall(shortfall, bits);
        int line = lines.get(shortfall.index());
        faults.add(new Fault(finding.kind(), shortfall.name(), line, words));
      }
    } else if (finding instanceof Finding.Tree tree && !tree.passed()) {
      TreeShortfall first = tree.shortfalls().get(0);
      int line = lines.get(first.index());
      faults.add(
          new Fault(finding.kind(), first.branch().name(), line, TreeFaults.shortfall(tree)));
    } else if (finding instanceof Finding.Size size && !size.passed()) {
      int line = lines.get(lines.size() - 1);
      faults.add(new Fault(finding.kind(), size.circuit(), line, GateWords.excess(size)));
    }
    return faults;
  }
}
