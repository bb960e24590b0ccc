package org.soundcalc.analysis.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.TunableParameter;

/**
 * What can be raised in a circuit, one parameter at a time, until its errors are small enough.
 *
 * @param usable the regimes under which they may be
 * @param enough whether a circuit with these terms will do; smaller errors always do as well
 * @param limit the limit on the circuit's proof, if there is one
 */
record Raises(List<Regime> usable, Predicate<List<Term>> enough, Optional<SizeLimit> limit) {
  /** A remedy of each lever that has one. */
  List<Remedy> of(List<TunableParameter> levers) {
    return levers.stream().flatMap(lever -> of(lever).stream()).toList();
  }

  private Optional<Remedy> of(TunableParameter lever) {
    return usable.stream()
        .map(regime -> new LeverSearch(lever, regime, enough).least())
        .flatMap(increment -> increment.stream().boxed())
        .min(Comparator.naturalOrder())
        .map(
            increment ->
                new Remedy.Raise(
                    lever.key(),
                    lever.table(),
                    lever.value(),
                    lever.raised(increment),
                    isTooLarge(lever, increment)));
  }

  private boolean isTooLarge(TunableParameter lever, long increment) {
    return limit.isPresent()
        && lever.raise(increment).filter(c -> !limit.get().admits(c.proofSize())).isPresent();
  }
}
