package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.ParameterRemedies;

/** Looks for single changes that lift a zkVM to what is required, whatever that is. */
final class Remedies {
  private final ZkvmEstimate estimate;
  private final List<Regime> asked;
  private final List<Regime> known;
  private final Optional<SizeLimit> limit;
  private final Map<List<Regime>, Optional<ZkvmEstimate>> estimates = new HashMap<>();

  /**
   * The remedies of a zkVM.
   *
   * @param estimate under the regimes asked for
   * @param asked these regimes
   * @param known every regime there is
   * @param limit the limit on the final proof's size, if there is one
   */
  Remedies(
      ZkvmEstimate estimate, List<Regime> asked, List<Regime> known, Optional<SizeLimit> limit) {
    this.estimate = estimate;
    this.asked = asked;
    this.known = known;
    this.limit = limit;
  }

  /**
   * Proven regimes that were not asked for, which cost the protocol nothing: each alone, which is
   * less to write, or together with those asked for.
   *
   * @param enough whether the zkVM's figures under other regimes will do
   */
  List<Remedy> regimes(Predicate<ZkvmEstimate> enough) {
    List<Remedy> remedies = new ArrayList<>();
    for (Regime regime : known) {
      if (regime.isProven() && !asked.contains(regime)) {
        List<Regime> together = new ArrayList<>(asked);
        together.add(regime);
        Stream.of(List.of(regime), together)
            .filter(regimes -> under(regimes).filter(enough).isPresent())
            .findFirst()
            .ifPresent(instead -> remedies.add(new Remedy.Ask(asked, instead)));
      }
    }
    return remedies;
  }

  /** Nothing where one of them refuses a circuit. */
  private Optional<ZkvmEstimate> under(List<Regime> regimes) {
    return estimates.computeIfAbsent(
        regimes, some -> new Estimator(some).appraise(estimate.zkvm()).estimate());
  }

  /**
   * What can be raised in a circuit until its errors are small enough, in the order to propose it.
   *
   * @param index the circuit's
   * @param usable the regimes under which they may be
   * @param enough whether a circuit with these terms will do
   */
  List<Remedy> raises(int index, Predicate<Regime> usable, Predicate<List<Term>> enough) {
    CircuitEstimate circuit = estimate.circuits().get(index);
    List<Regime> regimes = circuit.figures().map(RegimeResult::regime).filter(usable).toList();
    return ParameterRemedies.of(circuit.circuit(), regimes, enough).stream()
        .map(raise -> raise(raise, index == estimate.circuits().size() - 1))
        .toList();
  }

  private Remedy raise(ParameterRemedies.Raise raise, boolean isOfFinalProof) {
    boolean tooLarge =
        isOfFinalProof && limit.filter(l -> !l.admits(raise.circuit().proofSize())).isPresent();
    return new Remedy.Raise(
        raise.key().name(),
        raise.key().entry().map(Key.Entry::name),
        raise.from(),
        raise.to(),
        tooLarge);
  }
}
