package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.gate.Finding;
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
  /**
   * Why a zkVM does not pass.
   *
   * @param kind of the requirement that it misses, such as {@code min-bits}
   * @param circuit that falls short, or makes the final proof
   * @param line of the circuit in the zkVM's file, counted from 1
   * @param words what falls short, by how much, and what would help
   */
  record Fault(String kind, String circuit, int line, String words) {}

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
      for (Finding.Shortfall lack : bits.shortfalls()) {
        faults.add(fault(finding, lack.name(), lack.index(), GateWords.shortfall(lack, bits)));
      }
    } else if (finding instanceof Finding.Tree tree && !tree.passed()) {
      Finding.TreeShortfall first = tree.shortfalls().get(0);
      String words = TreeFaults.shortfall(tree);
      faults.add(fault(finding, first.branch().name(), first.index(), words));
    } else if (finding instanceof Finding.Size size && !size.passed()) {
      faults.add(fault(finding, size.circuit(), lines.size() - 1, GateWords.excess(size)));
    }
    return faults;
  }

  private Fault fault(Finding finding, String circuit, int index, String words) {
    return new Fault(finding.kind(), circuit, lines.get(index), words);
  }
}
