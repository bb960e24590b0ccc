package org.soundcalc.analysis.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.RecursionKeys;

/**
 * A circuit before and after. On a side that has no such circuit it has no figures and no
 * parameters.
 *
 * @param name the circuit's
 * @param sides its estimates, at least one
 * @param regimes one for each regime asked for
 * @param parameters those whose values are different, and those that came or went
 */
public record CircuitDiff(
    String name,
    Change<CircuitEstimate> sides,
    List<RegimeDiff> regimes,
    List<ParameterDiff> parameters) {
  /** The differences of all circuits of either side. */
  static List<CircuitDiff> of(Change<ZkvmEstimate> zkvms) {
    return Matching.byName(zkvms.map(Placed::in), placed -> placed.estimate().name()).stream()
        .map(CircuitDiff::ofPlaced)
        .toList();
  }

  private static CircuitDiff ofPlaced(Change<Placed> placed) {
    Change<CircuitEstimate> sides = placed.map(Placed::estimate);
    Change<List<RegimeResult>> results = sides.map(CircuitEstimate::results);
    return new CircuitDiff(
        sides.latest().orElseThrow().name(),
        sides,
        Matching.byName(results, result -> result.regime().name()).stream()
            .map(RegimeDiff::of)
            .toList(),
        parameters(placed.map(Placed::parameters)));
  }

  private static List<ParameterDiff> parameters(Change<List<Parameter>> lists) {
    return Matching.byName(lists, Parameter::key).stream()
        .filter(Change::isMoved)
        .map(
            parameter ->
                new ParameterDiff(
                    parameter.latest().orElseThrow().key(), parameter.map(Parameter::value)))
        .toList();
  }

  /** {@return the size of its proof} */
  public Change<ProofSize> proofSize() {
    return sides.map(side -> side.circuit().proofSize());
  }

  /** {@return the size of its proof as it is sent; nothing on a side that does not describe it} */
  public Change<ProofSize> proofSizeSent() {
    return sides.flatMap(side -> side.circuit().proofSizeSent());
  }

  /** {@return what became of it: changed where a figure moved, or a parameter} */
  public Change.Kind kind() {
    if (!sides.isMatched()) {
      return sides.kind();
    }
    boolean moved =
        proofSize().isMoved()
            || proofSizeSent().isMoved()
            || !parameters.isEmpty()
            || regimes.stream().anyMatch(RegimeDiff::isMoved);
    return moved ? Change.Kind.CHANGED : Change.Kind.UNCHANGED;
  }

  /**
   * A parameter before and after.
   *
   * @param key as the TOML file spells it
   * @param value as the TOML file would; nothing on a side that has no such parameter
   */
  public record ParameterDiff(String key, Change<String> value) {}

  /** A circuit's estimate, and its parameters with those that stand elsewhere in the file. */
  private record Placed(CircuitEstimate estimate, List<Parameter> parameters) {
    /** The circuits of a zkVM, in their order. */
    static List<Placed> in(ZkvmEstimate zkvm) {
      return IntStream.range(0, zkvm.circuits().size()).mapToObj(i -> of(zkvm, i)).toList();
    }

    private static Placed of(ZkvmEstimate zkvm, int index) {
      CircuitEstimate estimate = zkvm.circuits().get(index);
      List<Parameter> parameters = new ArrayList<>(estimate.circuit().parameters());
      Optional<String> measured = estimate.circuit().id().measuredProofSize();
      String key = CommonKeys.MEASURED_PROOF_SIZE.name();
      measured.ifPresent(size -> parameters.add(new Parameter(key, '"' + size + '"')));
      String leaf = RecursionKeys.MAX_LEAF_PROOFS.name();
      zkvm.zkvm()
          .recursion()
          .map(recursion -> recursion.nodes().get(index).leafProofs())
          .orElse(OptionalLong.empty())
          .ifPresent(proofs -> parameters.add(new Parameter(leaf, Long.toString(proofs))));
      return new Placed(estimate, parameters);
    }
  }
}
