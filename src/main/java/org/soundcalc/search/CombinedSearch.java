package org.soundcalc.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import org.soundcalc.model.Regime;

/**
 * A least increase of several levers: all are raised by a common increment until the errors are
 * small enough, then each is lowered as far as the others allow.
 *
 * @param start the circuit
 * @param regime under which its errors count
 * @param levers what can be raised in it
 * @param enough whether a circuit will do under a regime; smaller errors always do as well
 */
record CombinedSearch(
    Prepared start,
    Regime regime,
    List<RaisableKey<?>> levers,
    BiPredicate<Prepared, Regime> enough) {
  /**
   * The increase.
   *
   * @param before what was changed already, to be named first
   * @return nothing where no increment suffices
   */
  Optional<ParameterRemedies.Combination> least(Optional<ParameterRemedies.Change> before) {
    long[] room = levers.stream().mapToLong(RaisableKey::room).toArray();
    Optional<long[]> least = lowered(room, room, levers);
    if (least.isEmpty()) {
      return Optional.empty();
    }
    long[] increments = least.get();
    List<RaisableKey<?>> queries = new ArrayList<>();
    for (RaisableKey<?> lever : levers) {
      if (lever.isOfQueries()) {
        queries.add(lever);
      } else {
        increments = lower(increments, List.of(lever));
      }
    }
    increments = lower(increments, queries);
    // proof-of-work before queries, which rank first
    for (int i = queries.size() - 1; i >= 0; i--) {
      increments = lower(increments, List.of(queries.get(i)));
    }
    List<ParameterRemedies.Change> changes = new ArrayList<>(before.stream().toList());
    for (int i = 0; i < levers.size(); i++) {
      if (increments[i] > 0) {
        RaisableKey<?> lever = levers.get(i);
        changes.add(
            new ParameterRemedies.Change(lever.key(), lever.text(0), lever.text(increments[i])));
      }
    }
    return Optional.of(
        new ParameterRemedies.Combination(List.copyOf(changes), raised(increments).circuit()));
  }

  private long[] lower(long[] increments, List<RaisableKey<?>> some) {
    return lowered(increments, increments, some).orElse(increments);
  }

  /** Some levers by the least common increment that suffices, up to the most of each. */
  private Optional<long[]> lowered(long[] others, long[] most, List<RaisableKey<?>> some) {
    long room = 0;
    for (RaisableKey<?> lever : some) {
      room = Math.max(room, most[levers.indexOf(lever)]);
    }
    LeverSearch search =
        new LeverSearch(by -> raised(together(others, most, some, by)), room, regime, enough);
    if (search.suffices(0)) {
      return Optional.of(together(others, most, some, 0));
    }
    OptionalLong increment = search.least();
    return increment.isPresent()
        ? Optional.of(together(others, most, some, increment.getAsLong()))
        : Optional.empty();
  }

  private long[] together(long[] others, long[] most, List<RaisableKey<?>> some, long by) {
    long[] increments = others.clone();
    for (RaisableKey<?> lever : some) {
      int index = levers.indexOf(lever);
      increments[index] = Math.min(by, most[index]);
    }
    return increments;
  }

  private Prepared raised(long[] increments) {
    Prepared prepared = start;
    for (int i = 0; i < increments.length; i++) {
      prepared = increments[i] == 0 ? prepared : levers.get(i).raise(prepared, increments[i]);
    }
    return prepared;
  }
}
