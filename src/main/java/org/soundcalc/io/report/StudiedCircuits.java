package org.soundcalc.io.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.lever.CircuitLevers;
import org.soundcalc.analysis.lever.Standing;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.math.Explanation;
import org.soundcalc.math.Formula;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Regime;

/**
 * What takes long to find out of circuits: once for all that differ in their names alone, as those
 * of a zkVM and its fork do, and on all cores.
 */
final class StudiedCircuits {
  private static final String ANY = "circuit";

  /** By the circuits themselves: some are equal to themselves alone. */
  private final Map<Circuit, Study> studies;

  /**
   * What was found out.
   *
   * @param levers what one more unit of each buys
   * @param explanations of the terms, for each regime; none where it does not cover the circuit
   */
  record Study(CircuitLevers levers, List<List<Explanation>> explanations) {}

  private StudiedCircuits(Map<Circuit, Study> studies) {
    this.studies = studies;
  }

  static StudiedCircuits of(List<CircuitEstimate> circuits, CostFigures costs) {
    Map<Circuit, List<CircuitEstimate>> alike = new LinkedHashMap<>();
    for (CircuitEstimate each : circuits) {
      alike.computeIfAbsent(unnamed(each.circuit()), any -> new ArrayList<>()).add(each);
    }
    Map<Circuit, Study> studies = Collections.synchronizedMap(new IdentityHashMap<>());
    Map<Formula, Explanation> explained = new ConcurrentHashMap<>();
    alike.values().parallelStream()
        .forEach(
            same -> {
              Study study = study(same.get(0), costs, explained);
              same.forEach(each -> studies.put(each.circuit(), study));
            });
    return new StudiedCircuits(studies);
  }

  private static Study study(
      CircuitEstimate estimate, CostFigures costs, Map<Formula, Explanation> explained) {
    Circuit circuit = estimate.circuit();
    return new Study(
        CircuitLevers.of(circuit, quick(estimate.regimes()), costs.hashRate(circuit)),
        estimate.results().stream().map(result -> explanations(result, explained)).toList());
  }

  /**
   * The regimes under which levers are pulled: those of {@link BoundSet#MAY_2026} where one of them
   * was asked for, since newer theorems count for seconds at each of hundreds of changes.
   */
  static List<Regime> quick(List<Regime> asked) {
    List<Regime> quick =
        asked.stream().filter(regime -> BoundSet.MAY_2026.holds(regime.info())).toList();
    return quick.isEmpty() ? asked : quick;
  }

  /** A formula that other terms have too, such as the same round's over the same code, is once. */
  private static List<Explanation> explanations(
      RegimeResult result, Map<Formula, Explanation> explained) {
    return result.figures().stream()
        .flatMap(figures -> figures.terms().stream())
        .map(term -> explained.computeIfAbsent(term.term().error(), Explanation::of))
        .toList();
  }

  /** What was found out of a circuit that was among those studied. */
  Study of(Circuit circuit) {
    Study study = studies.get(circuit);
    Standing today = study.levers().today();
    return new Study(
        new CircuitLevers(
            new Standing(circuit, today.bits(), today.costs()), study.levers().effects()),
        study.explanations());
  }

  /** The circuit under a name that all have: equal for those that differ in their names alone. */
  static Circuit unnamed(Circuit circuit) {
    CircuitId id = circuit.id();
    return circuit.with(
        new CircuitId(
            ANY,
            id.family(),
            id.proofSystem(),
            id.commitment(),
            id.field(),
            id.hashBits(),
            id.verifies(),
            id.arity(),
            id.measuredProofSize(),
            id.format()));
  }
}
