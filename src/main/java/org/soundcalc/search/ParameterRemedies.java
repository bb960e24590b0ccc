package org.soundcalc.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.Key;

/** What can be raised in a circuit, one parameter at a time, until its errors are small enough. */
public final class ParameterRemedies {
  private ParameterRemedies() {}

  /**
   * A parameter, and the least value of it that suffices.
   *
   * @param key the parameter
   * @param from its value, as TOML and JSON write it
   * @param to the value to give it
   * @param circuit the circuit with that value
   */
  public record Raise(Key<Circuit, ?> key, String from, String to, Circuit circuit) {}

  /**
   * The parameters that suffice alone, each under the regime under which least of it does.
   *
   * @param circuit whose errors are too large
   * @param usable the regimes under which they may be small enough
   * @param enough whether a circuit with these terms will do; smaller errors always do as well
   * @return in the order in which they are to be proposed
   */
  public static List<Raise> of(Circuit circuit, List<Regime> usable, Predicate<List<Term>> enough) {
    List<LeverSearch.Start> starts =
        usable.stream().map(regime -> new LeverSearch.Start(circuit, regime)).toList();
    List<Raise> raises = new ArrayList<>();
    for (RaisableKey<?> lever : RaisableKey.of(circuit)) {
      least(lever, starts, enough).ifPresent(raises::add);
    }
    return raises;
  }

  private static Optional<Raise> least(
      RaisableKey<?> lever, List<LeverSearch.Start> starts, Predicate<List<Term>> enough) {
    return starts.stream()
        .map(start -> new LeverSearch(lever, start, enough).least())
        .flatMap(increment -> increment.stream().boxed())
        .min(Comparator.naturalOrder())
        .map(
            increment ->
                new Raise(
                    lever.key(),
                    lever.text(0),
                    lever.text(increment),
                    lever.raise(starts.get(0).prepared(), increment).circuit()));
  }
}
