package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Grinding;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.ParameterRemedies;
import org.soundcalc.search.Prepared;

/** Looks for changes that lift a zkVM to what is required, whatever that is. */
final class Remedies {
  private final ZkvmEstimate estimate;
  private final List<Regime> asked;
  private final List<Regime> known;
  private final Optional<SizeLimit> limit;
  private final OptionalLong maxGrinding;
  private final Map<List<Regime>, Optional<ZkvmEstimate>> estimates = new HashMap<>();

  /**
   * The remedies of a zkVM.
   *
   * @param estimate under the regimes asked for
   * @param asked these regimes
   * @param known every regime there is
   * @param requirements what it must meet, and what proof-of-work may be proposed
   */
  Remedies(
      ZkvmEstimate estimate, List<Regime> asked, List<Regime> known, Requirements requirements) {
    this.estimate = estimate;
    this.asked = asked;
    this.known = known;
    this.limit = requirements.maxProofSize();
    this.maxGrinding = requirements.maxGrinding();
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
   * @param enough whether a circuit will do under a regime
   */
  List<Remedy> raises(int index, Predicate<Regime> usable, BiPredicate<Prepared, Regime> enough) {
    List<Remedy> remedies = new ArrayList<>();
    for (ParameterRemedies.Raise raise : of(index, usable, enough).single()) {
      Optional<String> table = raise.key().entry().map(Key.Entry::name);
      Remedy.Cost cost = cost(index, raise.circuit());
      remedies.add(new Remedy.Raise(raise.key().name(), table, raise.from(), raise.to(), cost));
    }
    return remedies;
  }

  /**
   * What can be changed together in a circuit until its errors are small enough.
   *
   * @param index the circuit's
   * @param usable the regimes under which they may be
   * @param enough whether a circuit will do under a regime
   */
  Optional<Remedy> combined(
      int index, Predicate<Regime> usable, BiPredicate<Prepared, Regime> enough) {
    return of(index, usable, enough)
        .combined()
        .map(
            found ->
                new Remedy.Combined(
                    found.changes().stream()
                        .map(
                            change ->
                                new Remedy.Change(
                                    change.key().name(),
                                    change.key().entry().map(Key.Entry::name),
                                    change.from(),
                                    change.to()))
                        .toList(),
                    cost(index, found.circuit())));
  }

  private ParameterRemedies of(
      int index, Predicate<Regime> usable, BiPredicate<Prepared, Regime> enough) {
    CircuitEstimate circuit = estimate.circuits().get(index);
    List<Regime> regimes = circuit.figures().map(RegimeResult::regime).filter(usable).toList();
    // more bits than those of a base field's element cannot be drawn from one
    long most =
        maxGrinding.orElse(
            Math.min(Requirements.USUAL_GRINDING, circuit.circuit().id().field().baseBits()));
    return new ParameterRemedies(circuit.circuit(), regimes, most, enough);
  }

  private Remedy.Cost cost(int index, Circuit changed) {
    Circuit circuit = estimate.circuits().get(index).circuit();
    boolean isFinal = index == estimate.circuits().size() - 1;
    boolean breaks =
        isFinal
            && limit
                .filter(l -> l.admits(circuit.proofSize()) && !l.admits(changed.proofSize()))
                .isPresent();
    return new Remedy.Cost(
        isFinal,
        circuit.proofSize(),
        changed.proofSize(),
        breaks,
        Grinding.log2(Grinding.work(changed)));
  }
}
