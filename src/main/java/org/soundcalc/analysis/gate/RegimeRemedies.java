package org.soundcalc.analysis.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Zkvm;

/**
 * Proven regimes that were not asked for, and under which a circuit has the bits required: they
 * cost the protocol nothing.
 */
final class RegimeRemedies {
  private final Zkvm zkvm;
  private final List<Regime> asked;
  private final List<Regime> known;
  private final long required;
  private final List<Integer> lacking;
  private Optional<List<Alternative>> alternatives = Optional.empty();

  /**
   * The remedies of a zkVM.
   *
   * @param lacking the circuits that fall short now: no other one may, for their sake
   */
  RegimeRemedies(
      Zkvm zkvm, List<Regime> asked, List<Regime> known, long required, List<Integer> lacking) {
    this.zkvm = zkvm;
    this.asked = asked;
    this.known = known;
    this.required = required;
    this.lacking = lacking;
  }

  private record Alternative(
      Regime added, List<Regime> regimes, Optional<SecurityBasis> standing) {}

  private boolean lifts(Alternative alternative, int circuit) {
    return alternative
        .standing()
        .filter(
            standing -> {
              for (int i = 0; i < standing.figures().size(); i++) {
                boolean mayLack = i != circuit && lacking.contains(i);
                if (!mayLack && standing.figures().get(i).bits() < required) {
                  return false;
                }
              }
              return true;
            })
        .isPresent();
  }

  /** What to ask for instead, for the sake of a circuit. */
  List<Remedy> of(int circuit) {
    List<Remedy> remedies = new ArrayList<>();
    List<Regime> done = new ArrayList<>();
    for (Alternative alternative : alternatives()) {
      if (!done.contains(alternative.added()) && lifts(alternative, circuit)) {
        done.add(alternative.added());
        remedies.add(new Remedy.Ask(asked, alternative.regimes()));
      }
    }
    return remedies;
  }

  /** Each regime that was not asked for: alone, which is less to write, and with the others. */
  private List<Alternative> alternatives() {
    if (alternatives.isEmpty()) {
      List<Alternative> all = new ArrayList<>();
      for (Regime regime : known) {
        if (regime.isProven() && !asked.contains(regime)) {
          List<Regime> together = new ArrayList<>(asked);
          together.add(regime);
          all.add(alternative(regime, List.of(regime)));
          all.add(alternative(regime, together));
        }
      }
      alternatives = Optional.of(all);
    }
    return alternatives.get();
  }

  private Alternative alternative(Regime added, List<Regime> regimes) {
    Optional<SecurityBasis> standing =
        new Estimator(regimes)
            .appraise(zkvm)
            .estimate()
            .flatMap(estimate -> estimate.standing(Regime::isProven));
    return new Alternative(added, regimes, standing);
  }
}
