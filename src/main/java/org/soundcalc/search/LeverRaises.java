package org.soundcalc.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;

/**
 * Parameters of a circuit each of which can be raised alone until its errors are small enough.
 *
 * @param circuit whose errors are too large
 * @param usable the regimes under which they may be small enough
 * @param maxGrinding the most bits of proof-of-work to raise a site to, ≥ 0
 * @param enough whether a circuit will do under a regime; smaller errors always do as well
 * @param budget what the searches may certify; where it is spent, nothing more is found
 */
public record LeverRaises(
    Circuit circuit,
    List<Regime> usable,
    long maxGrinding,
    BiPredicate<Prepared, Regime> enough,
    Budget budget) {
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
   * {@return the parameters that suffice alone, each under the regime under which least of it does,
   * in the order in which they are to be proposed}
   */
  public List<Raise> find() {
    List<Goal> goals = new ArrayList<>();
    List<Prepared> starts = new ArrayList<>();
    for (Regime regime : usable) {
      Prepared start = Prepared.of(circuit, List.of(regime));
      if (start.isQuick(regime)) {
        starts.add(start);
        goals.add(new Goal(regime, enough, budget));
      }
    }
    List<Raise> raises = new ArrayList<>();
    for (RaisableKey<?> lever : RaisableKey.of(circuit, maxGrinding)) {
      OptionalLong least =
          IntStream.range(0, starts.size())
              .mapToObj(i -> new LeverSearch(lever, starts.get(i), goals.get(i)).least())
              .flatMapToLong(OptionalLong::stream)
              .min();
      if (least.isPresent() && !budget.isSpent()) {
        long by = least.getAsLong();
        Circuit raised = lever.raise(starts.get(0), by).circuit();
        raises.add(new Raise(lever.key(), lever.text(0), lever.text(by), raised));
      }
    }
    return raises;
  }
}
