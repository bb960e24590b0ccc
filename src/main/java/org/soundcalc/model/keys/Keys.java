package org.soundcalc.model.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.soundcalc.model.Circuit;

/**
 * Describes the keys of a record, each of which still wants its {@linkplain Key#meaning(String)
 * meaning}.
 *
 * @param <C> the record
 * @param remaker makes such a record of the values of all its keys; what else it holds is that of a
 *     record that is there
 * @param follower a value that follows from those of the other keys, where several are changed
 */
public record Keys<C>(BiFunction<C, Values<C>, C> remaker, Optional<Follower<C>> follower) {
  /**
   * A value that follows from others.
   *
   * @param <C> the record
   * @param name of its key, as files spell it
   * @param value what it is with these values of the others
   */
  public record Follower<C>(String name, Function<Values<C>, ?> value) {}

  /**
   * Keys of a record none of whose values follows from the others.
   *
   * @param remaker makes such a record of the values of all its keys
   */
  public Keys(BiFunction<C, Values<C>, C> remaker) {
    this(remaker, Optional.empty());
  }

  /**
   * Keys of a record that holds nothing else.
   *
   * @param maker makes such a record of the values of all its keys
   */
  public Keys(Function<Values<C>, C> maker) {
    this((record, values) -> maker.apply(values));
  }

  /**
   * {@return the same, of a record one of whose values follows from the others}
   *
   * @param name of its key, as files spell it
   * @param value what it is with these values of the others
   */
  public Keys<C> following(String name, Function<Values<C>, ?> value) {
    return new Keys<>(remaker, Optional.of(new Follower<>(name, value)));
  }

  /**
   * {@return a key that can be changed together with the record's others}
   *
   * @param <T> the type of its values
   * @param key which the record holds
   */
  public <T> Key<C, T> together(Key<C, T> key) {
    return key.among(this, this::changed, follower.map(Follower::name));
  }

  private C changed(C record, Map<String, Object> others) {
    Values<C> values = Values.of(record);
    for (Map.Entry<String, Object> other : others.entrySet()) {
      values = values.with(other.getKey(), other.getValue());
    }
    if (follower.isPresent() && !others.containsKey(follower.get().name)) {
      values = values.with(follower.get().name, follower.get().value.apply(values));
    }
    return remaker.apply(record, values);
  }

  /**
   * {@return a key that must be there}
   *
   * @param <T> the type of its values
   * @param name as files spell it
   * @param type the type and range of its value
   * @param getter its value in the record
   */
  public <T> Key<C, T> required(String name, KeyType<T> type, Function<C, T> getter) {
    return held(Key.<C, T>required(name, type, ""), getter);
  }

  /**
   * {@return a key that may be left out}
   *
   * @param <T> the type of a value that is there
   * @param name as files spell it
   * @param type the type and range of a value that is there
   * @param getter its value in the record, empty where it was left out
   */
  public <T> Key<C, Optional<T>> optional(
      String name, KeyType<T> type, Function<C, Optional<T>> getter) {
    return held(Key.<C, T>optional(name, type, ""), getter);
  }

  /**
   * {@return a key that may be left out, and then has this value}
   *
   * @param <T> the type of its values
   * @param name as files spell it
   * @param type the type and range of its value
   * @param value what it stands for where it is left out
   * @param getter its value in the record
   */
  public <T> Key<C, T> optional(String name, KeyType<T> type, T value, Function<C, T> getter) {
    return held(Key.<C, T>optional(name, type, value, ""), getter);
  }

  /**
   * {@return a key that is described elsewhere}
   *
   * @param <T> the type of its values
   * @param key its description: name, type, presence and meaning
   * @param getter its value in the record
   */
  public <T> Key<C, T> held(Key<?, T> key, Function<C, T> getter) {
    String name = key.name();
    return together(
        key.held(
            getter, (record, value) -> remaker.apply(record, Values.of(record).with(name, value))));
  }

  /**
   * {@return the keys of a circuit's record, as keys of circuits}
   *
   * @param <C> the circuit's record
   * @param type its class, which the circuits given to the keys must be of
   * @param keys in the order of their reference
   */
  public static <C extends Circuit> List<Key<Circuit, ?>> ofCircuit(
      Class<C> type, List<Key<C, ?>> keys) {
    List<Key<Circuit, ?>> ofCircuit = new ArrayList<>(keys.size());
    keys.forEach(key -> ofCircuit.add(key.of(type::cast, (circuit, changed) -> changed)));
    return List.copyOf(ofCircuit);
  }
}
