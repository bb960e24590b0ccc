package org.soundcalc.io.architecture;

import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitStatement;

/**
 * A zkVM with what its file says of its recursion.
 *
 * @param version the program's
 * @param source the file, as it was named
 * @param provisos what the figures depend on beside the file
 * @param estimate its figures
 * @param statements what the proofs of each circuit state, in the order of the circuits
 * @param warnings what readers of the figures must know
 * @param options of the command line that the figures depend on
 */
public record Architecture(
    String version,
    String source,
    EstimateCaveats provisos,
    ZkvmEstimate estimate,
    List<CircuitStatement> statements,
    List<Warning> warnings,
    List<Option> options) {
  /**
   * An option of the command line.
   *
   * @param name as {@code --set}
   * @param value as it was given
   */
  public record Option(String name, String value) {}

  /** Its tree, where the file has one. */
  Optional<Tree> tree() {
    return Tree.of(estimate);
  }

  /** Its circuits with their figures. */
  List<CircuitEstimate> circuits() {
    return estimate.circuits();
  }

  /** The circuits, their names alone. */
  List<String> names() {
    return circuits().stream().map(CircuitEstimate::name).toList();
  }

  /** The circuits whose proofs a circuit verifies, its own among them; nothing if not stated. */
  Optional<List<String>> verifies(CircuitEstimate circuit) {
    return circuit.circuit().id().verifies();
  }

  /** Whether any circuit says what it verifies: then one that does not is a leaf. */
  boolean isTree() {
    return circuits().size() == 1 || circuits().stream().anyMatch(c -> verifies(c).isPresent());
  }

  /** The circuits that verify proofs of their own. */
  List<Circuit> selfVerifying() {
    return circuits().stream()
        .filter(c -> verifies(c).map(names -> names.contains(c.name())).orElse(false))
        .map(CircuitEstimate::circuit)
        .toList();
  }
}
