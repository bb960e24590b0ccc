package org.soundcalc.model.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.soundcalc.model.Circuit;

/**
 * Describes the keys of a record.
 *
 * @param <C> the record
 * @param remaker makes such a record of the values of all its keys; what else it holds is that of a
 *     record that is there
 */
public record Keys<C>(BiFunction<C, Values<C>, C> remaker) {
  /**
   * Keys of a record that holds nothing else.
   *
   * @param maker makes such a record of the values of all its keys
   */
  public Keys(Function<Values<C>, C> maker) {
    this((record, values) -> maker.apply(values));
  }

  /** {@return a key that must be there} */
  public <T> Key<C, T> required(
      String name, KeyType<T> type, Function<C, T> getter, String meaning) {
    return held(Key.<C, T>required(name, type, meaning), getter);
  }

  /** {@return a key that may be left out} */
  public <T> Key<C, Optional<T>> optional(
      String name, KeyType<T> type, Function<C, Optional<T>> getter, String meaning) {
    return held(Key.<C, T>optional(name, type, meaning), getter);
  }

  /** {@return a key that may be left out, and then has this value} */
  public <T> Key<C, T> optional(
      String name, KeyType<T> type, T value, Function<C, T> getter, String meaning) {
    return held(Key.<C, T>optional(name, type, value, meaning), getter);
  }

  /** {@return a key that is described elsewhere} */
  public <T> Key<C, T> held(Key<?, T> key, Function<C, T> getter) {
    String name = key.name();
    return key.held(
        getter, (record, value) -> remaker.apply(record, Values.of(record).with(name, value)));
  }

  /** {@return the keys of a circuit's record, as keys of circuits} */
  public static <C extends Circuit> List<Key<Circuit, ?>> ofCircuit(
      Class<C> type, List<Key<C, ?>> keys) {
    List<Key<Circuit, ?>> ofCircuit = new ArrayList<>(keys.size());
    keys.forEach(key -> ofCircuit.add(key.of(type::cast, (circuit, changed) -> changed)));
    return List.copyOf(ofCircuit);
  }
}
