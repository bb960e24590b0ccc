package org.soundcalc.model.keys;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;

/**
 * The keys of a record: describes them, each of which still wants its {@linkplain
 * Key#meaning(String) meaning}, and changes several at once.
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

  /**
   * {@return the same configuration with other values of several keys, which may fit together where
   * each alone does not; values that follow from theirs go with them}
   *
   * @param <C> the record that holds the values
   * @param configuration left as it is
   * @param values each of its key's type
   * @throws InvalidConfiguration if the whole is none that could be
   */
  public static <C> C with(C configuration, Map<Key<C, ?>, ?> values) {
    Map<Object, Map<Key<C, ?>, Object>> groups = new LinkedHashMap<>();
    values.forEach(
        (key, value) ->
            groups.computeIfAbsent(group(key), any -> new LinkedHashMap<>()).put(key, value));
    C changed = configuration;
    Deque<Map<Key<C, ?>, Object>> left = new ArrayDeque<>(groups.values());
    // what one group refuses it may take once another one has changed
    for (int refused = 0; !left.isEmpty(); ) {
      Map<Key<C, ?>, Object> group = left.removeFirst();
      try {
        changed = withGroup(changed, group);
        refused = 0;
      } catch (InvalidConfiguration invalid) {
        left.addLast(group);
        refused++;
        if (refused > left.size()) {
          throw invalid;
        }
      }
    }
    return changed;
  }

  /** What those share that can have other values at once. */
  private static <C> Object group(Key<C, ?> key) {
    return key.slot().<Object>map(its -> List.of(its.holder(), key.entry())).orElse(key);
  }

  private static <C> C withGroup(C configuration, Map<Key<C, ?>, Object> group) {
    Key<C, ?> first = group.keySet().iterator().next();
    Optional<Lens.Slot<C>> slot = first.slot();
    if (slot.isEmpty()) {
      return with(configuration, first, group.get(first));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    group.forEach((key, value) -> values.put(key.slot().orElseThrow().name(), value));
    return slot.get().wither().apply(configuration, values);
  }

  @SuppressWarnings("unchecked") // of the key's type, as is asked for
  private static <C, T> C with(C configuration, Key<C, T> key, Object value) {
    return key.with(configuration, (T) value);
  }

  /**
   * {@return the key whose value follows where another one is changed together with others}
   *
   * @param <C> the record that holds the values
   * @param changed the other one
   * @param keys of the record, among which it may be
   */
  public static <C> Optional<Key<C, ?>> followerOf(Key<C, ?> changed, Collection<Key<C, ?>> keys) {
    Optional<String> follows = changed.slot().flatMap(Lens.Slot::follower);
    return keys.stream()
        .filter(key -> key != changed && group(key).equals(group(changed)))
        .filter(key -> key.slot().map(Lens.Slot::name).equals(follows))
        .findFirst();
  }
}
