package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.ZkvmDiff;

/**
 * A zkVM, its tree of proofs or a circuit, that is on one side alone.
 *
 * @param zkvm the zkVM's name
 * @param circuit the circuit's; nothing where the zkVM itself came or went, or its tree
 * @param isTree whether it is the tree
 * @param kind added or removed
 */
record NotCompared(String zkvm, Optional<String> circuit, boolean isTree, Change.Kind kind) {
  /** All there is in a zkVM, or the zkVM itself. */
  static List<NotCompared> in(ZkvmComparison zkvm) {
    String name = zkvm.diff().name();
    if (!zkvm.diff().sides().isMatched()) {
      return List.of(new NotCompared(name, Optional.empty(), false, zkvm.diff().kind()));
    }
    List<NotCompared> list = new ArrayList<>();
    Change<ZkvmDiff.Tree> trees = zkvm.diff().trees();
    if (trees.latest().isPresent() && !trees.isMatched()) {
      list.add(new NotCompared(name, Optional.empty(), true, trees.kind()));
    }
    for (CircuitDiff circuit : zkvm.diff().circuits()) {
      if (!circuit.sides().isMatched()) {
        list.add(new NotCompared(name, Optional.of(circuit.name()), false, circuit.kind()));
      }
    }
    return list;
  }

  /**
   * Such as {@code embed (removed)} or {@code Pico whole tree (added)}.
   *
   * @param several whether circuits of other zkVMs may have the same name
   */
  String text(boolean several) {
    String name =
        circuit
            .map(own -> several ? zkvm + " " + own : own)
            .orElse(isTree ? zkvm + " whole tree" : zkvm);
    return Moves.marked(name, kind);
  }
}
