package org.soundcalc.search.optimum;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.Key;

/**
 * What a search may choose from: the values of each key that it may move. All other keys stay as
 * they are.
 *
 * @param values of keys by their labels, each of the key's type, at least one; of the gap to the
 *     Johnson radius none where it may be whatever serves best
 * @param schedules sequences of folds; nothing where folding stays as it is
 */
public record Space(Map<String, List<?>> values, Optional<Schedules> schedules) {
  /**
   * The space.
   *
   * @param values of keys by their labels
   * @param schedules sequences of folds
   */
  public Space {
    values = Map.copyOf(values);
  }

  /**
   * {@return whether a key may move}
   *
   * @param key of a circuit
   */
  boolean moves(Key<Circuit, ?> key) {
    return values.containsKey(key.label());
  }

  /**
   * {@return the values that a key may have, as they were stated}
   *
   * @param <T> the type of its values
   * @param key of a circuit
   * @param now its value, the only one where it may not move
   */
  @SuppressWarnings("unchecked") // each of the key's type
  <T> List<T> values(Key<Circuit, ?> key, T now) {
    return moves(key) ? (List<T>) values.get(key.label()) : List.of(now);
  }
}
