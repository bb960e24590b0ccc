package org.soundcalc.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.Spelling;

/**
 * A key of a circuit whose integers buy security when they are raised: queries or proof-of-work. Of
 * a list, all are raised by the same increment.
 *
 * @param <T> an integer, or a list of integers or of such lists
 * @param key the key
 * @param value its value as it is
 * @param room the largest increment within the key's limits, ≥ 0
 */
record RaisableKey<T>(Key<Circuit, T> key, T value, long room) {
  /**
   * Those of a circuit, in the order in which a gate proposes them.
   *
   * @param maxGrinding the most bits of proof-of-work to raise a site to
   */
  static List<RaisableKey<?>> of(Circuit circuit, long maxGrinding) {
    List<RaisableKey<?>> levers = new ArrayList<>();
    circuit.keys().stream()
        .filter(key -> key.lever().isPresent())
        .sorted(Comparator.comparingInt(key -> key.lever().getAsInt()))
        .forEach(key -> of(key, circuit, maxGrinding).ifPresent(levers::add));
    return levers;
  }

  /** Nothing where the value holds no integer. */
  private static <T> Optional<RaisableKey<T>> of(
      Key<Circuit, T> key, Circuit circuit, long maxGrinding) {
    T value = key.get(circuit);
    List<Long> integers = integers(value);
    if (integers.isEmpty()) {
      return Optional.empty();
    }
    IntegerType type = integerType(key.type());
    long most = isWork(key) ? maxGrinding : type.max();
    return Optional.of(new RaisableKey<>(key, value, Math.max(0, most - max(integers))));
  }

  private static IntegerType integerType(KeyType<?> type) {
    return type instanceof ListType<?> list ? integerType(list.element()) : (IntegerType) type;
  }

  private static boolean isWork(Key<Circuit, ?> key) {
    return integerType(key.type()).equals(IntegerType.GRINDING);
  }

  private static long max(List<Long> integers) {
    return integers.stream().mapToLong(Long::longValue).max().orElseThrow();
  }

  private static List<Long> integers(Object value) {
    if (!(value instanceof List<?> elements)) {
      return List.of((Long) value);
    }
    return elements.stream().flatMap(element -> integers(element).stream()).toList();
  }

  private static Object raised(Object value, long increment) {
    return value instanceof List<?> elements
        ? elements.stream().map(element -> raised(element, increment)).toList()
        : (Object) ((Long) value + increment);
  }

  /** The value after raising it by an increment, as TOML and JSON write it. */
  String text(long increment) {
    return Spelling.of(raised(value, increment));
  }

  /**
   * The circuit with the value raised by an increment, all else as it is.
   *
   * @throws org.soundcalc.model.InvalidConfiguration if it contradicts itself then
   */
  @SuppressWarnings("unchecked") // of the same shape
  Prepared raise(Prepared prepared, long increment) {
    return prepared.with(key, (T) raised(value, increment));
  }
}
