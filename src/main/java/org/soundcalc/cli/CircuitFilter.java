package org.soundcalc.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.ZkvmEstimate;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which circuits to show.
 *
 * @param names the circuits' names; empty for all circuits
 */
record CircuitFilter(List<String> names) {
  private static final String NAME = "--circuit";

  /** The option that chooses it. */
  static OptionSpec option() {
    String meaning =
        "Print this circuit only; may be repeated. The zkVM's own figure stays that of all.";
    return Options.texts("NAME", Options.option(NAME, meaning, "all circuits", NAME + " riscv"));
  }

  /**
   * The choice that was made.
   *
   * @throws UsageException if a name is not a circuit of any of the zkVMs
   */
  static CircuitFilter of(Request request, List<Estimates.Estimated> zkvms) {
    List<String> names = request.value(NAME, List.of());
    Set<String> known = new LinkedHashSet<>();
    for (Estimates.Estimated zkvm : zkvms) {
      for (CircuitEstimate circuit : zkvm.estimate().circuits()) {
        known.add(circuit.circuit().id().name());
      }
    }
    for (String name : names) {
      if (!known.contains(name)) {
        throw UsageException.unknown(NAME + " " + name, name, "circuit", known);
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
