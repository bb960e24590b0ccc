package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.estimate.Warning;

/**
 * A zkVM before and after, with its files.
 *
 * @param diff what is different
 * @param sources the files, as they were named
 * @param warnings what readers of the figures must know
 */
public record ZkvmComparison(
    ZkvmDiff diff, Change<String> sources, Change<List<Warning>> warnings) {
  /** Name and version: {@code Pico 1.0 → Pico 1.1} where they are different. */
  String title() {
    Change<String> titles = diff.sides().map(side -> side.zkvm().title());
    return titles.isMatched()
        ? Moves.text(titles)
        : Moves.marked(titles.latest().orElseThrow(), diff.kind());
  }

  /** Whether it has a tree of proofs, on either side. */
  boolean hasTree() {
    return diff.trees().latest().isPresent();
  }

  /**
   * The circuits that are not as they were; of a zkVM that came or went there is no more to say.
   */
  List<CircuitDiff> movedCircuits() {
    return diff.circuits().stream()
        .filter(circuit -> diff.sides().isMatched() && circuit.kind() != Change.Kind.UNCHANGED)
        .toList();
  }

  /** The names of those that are. */
  List<String> unchangedCircuits() {
    return diff.circuits().stream()
        .filter(circuit -> circuit.kind() == Change.Kind.UNCHANGED)
        .map(CircuitDiff::name)
        .toList();
  }

  /** What is on one side alone: the zkVM itself, or its tree and circuits of it. */
  List<NotCompared> notCompared() {
    if (!diff.sides().isMatched()) {
      return List.of(new NotCompared(diff.name(), Optional.empty(), false, diff.kind()));
    }
    List<NotCompared> list = new ArrayList<>();
    if (hasTree() && !diff.trees().isMatched()) {
      list.add(new NotCompared(diff.name(), Optional.empty(), true, diff.trees().kind()));
    }
    for (CircuitDiff circuit : diff.circuits()) {
      if (!circuit.sides().isMatched()) {
        list.add(new NotCompared(diff.name(), Optional.of(circuit.name()), false, circuit.kind()));
      }
    }
    return list;
  }

  /** The warnings, with their side where the other does not have them. */
  List<String> remarks() {
    Change<List<String>> messages =
        warnings.map(side -> side.stream().map(Warning::message).distinct().toList());
    List<String> before = messages.before().orElse(List.of());
    List<String> after = messages.after().orElse(List.of());
    return Stream.concat(
            after.stream().map(text -> before.contains(text) ? text : "new: " + text),
            before.stream().filter(text -> !after.contains(text)).map(text -> "old: " + text))
        .toList();
  }

  /**
   * A zkVM, its tree of proofs or a circuit, that is on one side alone.
   *
   * @param zkvm the zkVM's name
   * @param circuit the circuit's; nothing where the zkVM itself came or went, or its tree
   * @param isTree whether it is the tree
   * @param kind added or removed
   */
  record NotCompared(String zkvm, Optional<String> circuit, boolean isTree, Change.Kind kind) {
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
}
