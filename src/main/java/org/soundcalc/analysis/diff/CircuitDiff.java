package org.soundcalc.analysis.diff;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.ProofSize;

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
    Change<List<PlacedCircuit>> circuits = zkvms.map(PlacedCircuit::in);
    return Matching.byName(
            circuits.before().orElse(List.of()),
            circuits.after().orElse(List.of()),
            PlacedCircuit::name)
        .stream()
        .map(CircuitDiff::ofPlaced)
        .toList();
  }

  private static CircuitDiff ofPlaced(Change<PlacedCircuit> placed) {
    Change<CircuitEstimate> sides = placed.map(PlacedCircuit::estimate);
    return new CircuitDiff(
        placed.latest().orElseThrow().name(),
        sides,
        regimes(sides.map(CircuitEstimate::results)),
        parameters(placed));
  }

  private static List<RegimeDiff> regimes(Change<List<RegimeResult>> results) {
    return Matching.byName(
            results.before().orElse(List.of()),
            results.after().orElse(List.of()),
            result -> result.regime().name())
        .stream()
        .map(RegimeDiff::of)
        .toList();
  }

  private static List<ParameterDiff> parameters(Change<PlacedCircuit> circuits) {
    Change<List<Parameter>> lists = circuits.map(PlacedCircuit::parameters);
    List<ParameterDiff> parameters = new ArrayList<>();
    for (Change<Parameter> parameter :
        Matching.byName(
            lists.before().orElse(List.of()), lists.after().orElse(List.of()), Parameter::key)) {
      if (parameter.isMoved()) {
        String key = parameter.latest().orElseThrow().key();
        parameters.add(new ParameterDiff(key, parameter.map(Parameter::value)));
      }
    }
    return List.copyOf(parameters);
  }

  /** {@return the size of its proof} */
  public Change<ProofSize> proofSize() {
    return sides.map(side -> side.circuit().proofSize());
  }

  /** {@return what became of it: changed where a figure moved, or a parameter} */
  public Kind kind() {
    if (!sides.isMatched()) {
      return sides.kind();
    }
    boolean moved =
        proofSize().isMoved()
            || !parameters.isEmpty()
            || regimes.stream().anyMatch(RegimeDiff::isMoved);
    return moved ? Kind.CHANGED : Kind.UNCHANGED;
  }
}
