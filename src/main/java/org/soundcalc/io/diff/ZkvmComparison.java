package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.Kind;
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
    String suffix = diff.sides().isMatched() ? "" : " (" + diff.kind().word() + ")";
    return (titles.isMatched() ? Moves.text(titles) : titles.latest().orElseThrow()) + suffix;
  }

  /** Whether it has a tree of proofs, on either side. */
  boolean hasTree() {
    return diff.trees().latest().isPresent();
  }

  /**
   * The circuits that are not as they were; of a zkVM that came or went there is no more to say.
   */
  List<CircuitDiff> movedCircuits() {
    if (!diff.sides().isMatched()) {
      return List.of();
    }
    return diff.circuits().stream().filter(circuit -> circuit.kind() != Kind.UNCHANGED).toList();
  }

  /** The names of those that are. */
  List<String> unchangedCircuits() {
    return diff.circuits().stream()
        .filter(circuit -> circuit.kind() == Kind.UNCHANGED)
        .map(CircuitDiff::name)
        .toList();
  }

  /** The warnings, with their side where the other does not have them. */
  List<String> remarks() {
    Change<Set<String>> messages = warnings.map(ZkvmComparison::messages);
    Set<String> before = messages.before().orElse(Set.of());
    Set<String> after = messages.after().orElse(Set.of());
    List<String> remarks = new ArrayList<>();
    for (String message : after) {
      remarks.add(before.contains(message) ? message : "new: " + message);
    }
    for (String message : before) {
      if (!after.contains(message)) {
        remarks.add("old: " + message);
      }
    }
    return remarks;
  }

  private static Set<String> messages(List<Warning> warnings) {
    Set<String> messages = new LinkedHashSet<>();
    warnings.forEach(warning -> messages.add(warning.message()));
    return messages;
  }
}
