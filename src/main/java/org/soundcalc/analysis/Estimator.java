package org.soundcalc.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Zkvm;

/** Estimates zkVMs under a list of regimes. */
public final class Estimator {
  private final List<Regime> regimes;
  private final Optional<Map<Circuit, CircuitEstimate>> remembered;

  /**
   * An estimator for these regimes.
   *
   * @param regimes at least one; shown in the order of their ranks
   */
  public Estimator(List<Regime> regimes) {
    this(regimes, Optional.empty());
  }

  /**
   * An estimator that appraises no circuit twice.
   *
   * @param regimes at least one; shown in the order of their ranks
   * @param remembered what came of circuits under these regimes; more is put there
   */
  public Estimator(List<Regime> regimes, Map<Circuit, CircuitEstimate> remembered) {
    this(regimes, Optional.of(remembered));
  }

  private Estimator(List<Regime> regimes, Optional<Map<Circuit, CircuitEstimate>> remembered) {
    this.regimes = regimes.stream().sorted(Regimes::byRank).toList();
    this.remembered = remembered;
  }

  /** {@return the regimes, in the order of their ranks} */
  public List<Regime> regimes() {
    return regimes;
  }

  /**
   * {@return which circuits contradict themselves under a regime asked for; none: it can be
   * estimated}
   *
   * @param zkvm whose circuits to assess, at least one
   */
  public List<Refusal> refusals(Zkvm zkvm) {
    return appraise(zkvm).refusals();
  }

  /**
   * {@return the certified figures of a zkVM, or why it has none: each circuit is assessed once}
   *
   * @param zkvm whose circuits to assess, at least one
   */
  public Appraisal appraise(Zkvm zkvm) {
    List<Refusal> refusals = new ArrayList<>();
    List<CircuitEstimate> circuits = new ArrayList<>(zkvm.circuits().size());
    for (int i = 0; i < zkvm.circuits().size(); i++) {
      Circuit circuit = zkvm.circuits().get(i);
      Optional<CircuitEstimate> known = remembered.map(all -> all.get(circuit));
      if (known.isPresent()) {
        circuits.add(known.get());
        continue;
      }
      List<Assessment> assessments = assess(circuit);
      for (Assessment assessment : assessments) {
        if (assessment instanceof Assessment.Refused refused) {
          refusals.add(new Refusal(i, refused));
        }
      }
      if (refusals.isEmpty()) {
        CircuitEstimate estimate = estimate(circuit, assessments);
        circuits.add(estimate);
        if (remembered.isPresent()) {
          remembered.get().put(circuit, estimate);
        }
      }
    }
    return refusals.isEmpty()
        ? new Appraisal(List.of(), Optional.of(new ZkvmEstimate(zkvm, List.copyOf(circuits))))
        : new Appraisal(List.copyOf(refusals), Optional.empty());
  }

  /**
   * {@return the certified figures of a zkVM}
   *
   * @param zkvm with circuits none of which is refused
   * @throws InvalidConfiguration if a circuit is {@linkplain #refusals refused}
   */
  public ZkvmEstimate estimate(Zkvm zkvm) {
    return new ZkvmEstimate(zkvm, zkvm.circuits().stream().map(this::estimate).toList());
  }

  /**
   * {@return the certified figures of a circuit}
   *
   * @param circuit which no regime asked for refuses
   * @throws InvalidConfiguration if it is refused
   */
  public CircuitEstimate estimate(Circuit circuit) {
    return estimate(circuit, assess(circuit));
  }

  /** What each regime says of a circuit, in the order of the regimes. */
  private List<Assessment> assess(Circuit circuit) {
    List<Assessment> assessments = new ArrayList<>(regimes.size());
    for (int i = 0; i < regimes.size(); i++) {
      assessments.add(regimes.get(i).assess(circuit));
    }
    return assessments;
  }

  private CircuitEstimate estimate(Circuit circuit, List<Assessment> assessments) {
    List<RegimeResult> results = new ArrayList<>(regimes.size());
    for (int i = 0; i < regimes.size(); i++) {
      results.add(result(regimes.get(i), assessments.get(i)));
    }
    return new CircuitEstimate(circuit, List.copyOf(results));
  }

  private static RegimeResult result(Regime regime, Assessment assessment) {
    if (assessment instanceof Assessment.Terms terms) {
      return RegimeResult.Figures.of(regime, terms);
    }
    if (assessment instanceof Assessment.Inapplicable inapplicable) {
      return new RegimeResult.NotCovered(regime, inapplicable.reason());
    }
    Assessment.Refused refused = (Assessment.Refused) assessment;
    throw new InvalidConfiguration(
        List.of(new Problem(List.of(refused.key().name()), List.of(), refused.message())));
  }

  /**
   * A circuit whose parameters are contradictory under a regime asked for.
   *
   * @param circuit its index in the zkVM
   * @param reason the key to blame and why
   */
  public record Refusal(int circuit, Assessment.Refused reason) {}

  /**
   * What the regimes asked for make of a zkVM.
   *
   * @param refusals the circuits that contradict themselves under one of them
   * @param estimate the certified figures; present if and only if nothing is refused
   */
  public record Appraisal(List<Refusal> refusals, Optional<ZkvmEstimate> estimate) {}
}
