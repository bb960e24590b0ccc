package org.soundcalc.analysis.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.keys.RecursionKeys;

/**
 * A circuit with what its zkVM says of it.
 *
 * @param estimate the circuit's
 * @param leafProofs how many of its proofs are made, where it is a leaf of a tree of proofs
 */
record PlacedCircuit(CircuitEstimate estimate, OptionalLong leafProofs) {
  /** Stands among the parameters for the size that a team measured. */
  private static final String MEASURED = "proof_size";

  /** The circuits of a zkVM, in their order. */
  static List<PlacedCircuit> in(ZkvmEstimate zkvm) {
    List<PlacedCircuit> circuits = new ArrayList<>();
    for (int i = 0; i < zkvm.circuits().size(); i++) {
      circuits.add(new PlacedCircuit(zkvm.circuits().get(i), leafProofs(zkvm, i)));
    }
    return circuits;
  }

  private static OptionalLong leafProofs(ZkvmEstimate zkvm, int index) {
    return zkvm.zkvm()
        .recursion()
        .map(recursion -> recursion.nodes().get(index).leafProofs())
        .orElse(OptionalLong.empty());
  }

  /** The circuit's name. */
  String name() {
    return estimate.circuit().id().name();
  }

  /** Its own parameters, and those of it that stand elsewhere in the file. */
  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>(estimate.circuit().parameters());
    estimate
        .circuit()
        .id()
        .measuredProofSize()
        .ifPresent(size -> parameters.add(new Parameter(MEASURED, '"' + size + '"')));
    leafProofs.ifPresent(proofs -> parameters.add(ofLeaf(proofs)));
    return parameters;
  }

  private static Parameter ofLeaf(long proofs) {
    return new Parameter(RecursionKeys.MAX_LEAF_PROOFS.name(), Long.toString(proofs));
  }
}
