package org.soundcalc.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A least increase of several levers: all are raised by a common increment until the errors are
 * small enough, then each is lowered as far as the others allow.
 *
 * @param start the circuit
 * @param levers what can be raised in it
 * @param goal when its errors are small enough
 */
record CombinedSearch(Prepared start, List<RaisableKey<?>> levers, Goal goal) {
  /**
   * The increase.
   *
   * @param before what was changed already, to be named first
   * @return nothing where no increment suffices
   */
  Optional<ParameterRemedies.Combination> least(List<ParameterRemedies.Change> before) {
    long[] room = levers.stream().mapToLong(RaisableKey::room).toArray();
    LeverSearch search = search(room, room, levers);
    OptionalLong common = search.suffices(0) ? OptionalLong.of(0) : search.least();
    if (common.isEmpty()) {
      return Optional.empty();
    }
    long[] increments = together(room, room, levers, common.getAsLong());
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
    List<ParameterRemedies.Change> changes = new ArrayList<>(before);
    for (int i = 0; i < levers.size(); i++) {
      if (increments[i] > 0) {
        RaisableKey<?> lever = levers.get(i);
        changes.add(
            new ParameterRemedies.Change(lever.key(), lever.text(0), lever.text(increments[i])));
      }
    }
    return Optional.of(
        new ParameterRemedies.Combination(
            List.copyOf(changes), raised(start, increments).circuit(), goal.regime()));
  }

  /** Some levers to the least common increment that suffices, up to that of each. */
  private long[] lower(long[] increments, List<RaisableKey<?>> some) {
    long least = search(increments, increments, some).leastBelowRoom();
    return together(increments, increments, some, least);
  }

  /** A search for a common increment of some levers, up to the most of each. */
  private LeverSearch search(long[] others, long[] most, List<RaisableKey<?>> some) {
    long room = 0;
    for (RaisableKey<?> lever : some) {
      room = Math.max(room, most[levers.indexOf(lever)]);
    }
    long[] zero = new long[levers.size()];
    Prepared rest = raised(start, together(others, zero, some, 0));
    return new LeverSearch(by -> raised(rest, together(zero, most, some, by)), room, goal);
  }

  private long[] together(long[] others, long[] most, List<RaisableKey<?>> some, long by) {
    long[] increments = others.clone();
    for (RaisableKey<?> lever : some) {
      int index = levers.indexOf(lever);
      increments[index] = Math.min(by, most[index]);
    }
    return increments;
  }

  private Prepared raised(Prepared from, long[] increments) {
    Prepared prepared = from;
    for (int i = 0; i < increments.length; i++) {
      prepared = increments[i] == 0 ? prepared : levers.get(i).raise(prepared, increments[i]);
    }
    return prepared;
  }
}
