package org.soundcalc.analysis.diff;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.model.Circuit;
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
  /** Stands among the parameters for the size that a team measured. */
  private static final String MEASURED = "proof_size";

  /** The difference of two estimates. */
  static CircuitDiff of(Change<CircuitEstimate> sides) {
    return new CircuitDiff(
        sides.latest().orElseThrow().circuit().id().name(),
        sides,
        regimes(sides.map(CircuitEstimate::results)),
        parameters(sides.map(CircuitEstimate::circuit)));
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

  private static List<ParameterDiff> parameters(Change<Circuit> circuits) {
    Change<List<Parameter>> lists = circuits.map(CircuitDiff::parameters);
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

  private static List<Parameter> parameters(Circuit circuit) {
    List<Parameter> parameters = new ArrayList<>(circuit.parameters());
    circuit
        .id()
        .measuredProofSize()
        .ifPresent(size -> parameters.add(new Parameter(MEASURED, '"' + size + '"')));
    return parameters;
  }

  /** The size of its proof. */
  public Change<ProofSize> proofSize() {
    return sides.map(side -> side.circuit().proofSize());
  }

  /** What became of it: changed where a figure moved, or a parameter. */
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
