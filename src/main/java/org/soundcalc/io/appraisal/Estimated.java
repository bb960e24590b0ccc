package org.soundcalc.io.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.gate.Caveats;
import org.soundcalc.analysis.gate.CircuitCaveat;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.gate.CaveatWords;
import org.soundcalc.io.gate.PlacedCaveat;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.LoadedZkvm;
import org.soundcalc.io.toml.Region;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.model.Caveat;

/**
 * A zkVM that could be estimated.
 *
 * @param loaded the zkVM with its file
 * @param estimate its figures
 * @param fileWarnings what the reader of its file warns of
 * @param uncovered what is said of circuits that no regime asked for covers
 */
public record Estimated(
    LoadedZkvm loaded,
    ZkvmEstimate estimate,
    List<Warning> fileWarnings,
    List<Diagnostic> uncovered) {
  private static final String EMPTY = "no selected regime covers any of its circuits: ";

  private static final String NO_RECURSION = "no tree of proofs: add %s; see docs/recursion.md";

  private static final String OF_ONE = "a table [recursion] with max_leaf_proofs = 1";

  private static final String OF_SEVERAL =
      "verifies and arity to the circuits, and max_leaf_proofs to [recursion]";

  /** {@return its file} */
  public String source() {
    return loaded.source();
  }

  /** {@return its circuits by their names} */
  public Map<String, CircuitEstimate> circuits() {
    Map<String, CircuitEstimate> circuits = new LinkedHashMap<>();
    estimate.circuits().forEach(each -> circuits.put(each.circuit().id().name(), each));
    return circuits;
  }

  /** {@return all that its readers must know} */
  public List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(fileWarnings);
    warnings.addAll(FileProblems.remarks(uncovered, Severity.WARNING));
    return warnings;
  }

  /** {@return the same, with proof-of-work in the figures that nobody can pay or check} */
  public List<Warning> warningsOfFigures() {
    List<Warning> warnings = warnings();
    for (CaveatWords caveat : CaveatWords.of(Caveats.ofGrinding(estimate), estimate)) {
      Region region = PlacedCaveat.of(caveat.first(), estimate, loaded::region).region();
      warnings.add(new Warning(source(), Optional.of(region), caveat.message()));
    }
    return warnings;
  }

  /** {@return what its file says beyond what is modelled} */
  public List<CircuitCaveat> ignored() {
    return loaded.ignored().stream()
        .map(
            key ->
                new CircuitCaveat(
                    key.circuit(),
                    new Caveat(
                        Caveat.Kind.IGNORED_KEY,
                        key.name()
                            + " is not modelled: this figure is of another protocol"
                            + key.meant().map(name -> "; did you mean " + name + "?").orElse(""),
                        key.path())))
        .toList();
  }

  /** {@return that no regime asked for covers any of its circuits, if it is so} */
  public Optional<Diagnostic> emptiness() {
    if (!isEmpty()) {
      return Optional.empty();
    }
    Set<String> reasons = new LinkedHashSet<>();
    estimate.circuits().forEach(circuit -> reasons.addAll(reasons(circuit)));
    String message = EMPTY + String.join("; ", reasons) + "; select others with --regimes";
    return Optional.of(loaded.error(message));
  }

  /** {@return that its file does not say how its circuits verify each other, if it is so} */
  public Optional<Diagnostic> lackOfRecursion() {
    String lack = estimate.circuits().size() == 1 ? OF_ONE : OF_SEVERAL;
    return estimate.zkvm().recursion().isPresent()
        ? Optional.empty()
        : Optional.of(loaded.error(NO_RECURSION.formatted(lack)));
  }

  /** {@return whether no regime asked for covers any of its circuits} */
  public boolean isEmpty() {
    return uncovered.size() == estimate.circuits().size();
  }

  /** Why regimes do not cover a circuit. */
  static List<String> reasons(CircuitEstimate circuit) {
    List<String> reasons = new ArrayList<>();
    for (RegimeResult result : circuit.results()) {
      if (result instanceof RegimeResult.NotCovered dash) {
        reasons.add(dash.regime().name() + " " + dash.reason());
      }
    }
    return reasons;
  }
}
