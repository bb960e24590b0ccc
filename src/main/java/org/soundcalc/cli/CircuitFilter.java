package org.soundcalc.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.ZkvmEstimate;

/**
 * Which circuits to show.
 *
 * @param names the circuits' names; empty for all circuits
 */
record CircuitFilter(List<String> names) {
  /**
   * The filter for these names.
   *
   * @throws UsageException if one is not a circuit of any of the zkVMs
   */
  static CircuitFilter of(List<String> names, List<Estimates.Estimated> zkvms) {
    Set<String> known = new LinkedHashSet<>();
    for (Estimates.Estimated zkvm : zkvms) {
      zkvm.estimate().circuits().forEach(circuit -> known.add(circuit.circuit().id().name()));
    }
    for (String name : names) {
      if (!known.contains(name)) {
        throw new UsageException(
            "--circuit " + name + ": no such circuit; there are " + String.join(", ", known));
      }
    }
    return new CircuitFilter(List.copyOf(names));
  }

  /** The circuits to show, in their order. */
  List<CircuitEstimate> of(ZkvmEstimate zkvm) {
    return names.isEmpty()
        ? zkvm.circuits()
        : zkvm.circuits().stream()
            .filter(circuit -> names.contains(circuit.circuit().id().name()))
            .toList();
  }
}
