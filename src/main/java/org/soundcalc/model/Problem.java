package org.soundcalc.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.model.keys.Key;

/**
 * What is wrong with a configuration.
 *
 * @param keys the keys concerned, the one to blame first; empty where the message says it all
 * @param path indices into the arrays of that key's value, from 0; empty for the value itself
 * @param message what is wrong, with the numbers, to follow the key's name
 * @param table the array of tables inside the circuit that holds the key; empty for none
 * @param index of the table in that array, from 0
 */
public record Problem(
    List<String> keys, List<Integer> path, String message, String table, int index) {
  /**
   * A problem of a circuit's own key.
   *
   * @param keys the keys concerned, the one to blame first
   * @param path indices into the arrays of that key's value, from 0; empty for the value itself
   * @param message what is wrong, with the numbers, to follow the key's name
   */
  public Problem(List<String> keys, List<Integer> path, String message) {
    this(keys, path, message, "", 0);
  }

  /**
   * {@return the same problem, of a table inside the circuit}
   *
   * @param itsTable the array of tables inside the circuit that holds the key
   * @param itsIndex of the table in that array, from 0
   */
  public Problem in(String itsTable, int itsIndex) {
    return new Problem(keys, path, message, itsTable, itsIndex);
  }

  /**
   * A problem of a file, whose message says where it is.
   *
   * @param message with file, line and column, whole
   * @return a problem that blames no key
   */
  public static Problem located(String message) {
    return new Problem(List.of(), List.of(), message);
  }

  /**
   * A problem of a key's value as a whole.
   *
   * @param message to follow the name of the key to blame
   * @param blamed the key to report it at
   * @param others the other keys whose values it is about
   * @return the problem
   */
  public static Problem of(String message, Key<?, ?> blamed, Key<?, ?>... others) {
    List<String> keys = Stream.concat(Stream.of(blamed), Stream.of(others)).map(Key::name).toList();
    return new Problem(keys, List.of(), message);
  }

  /**
   * {@return the same problem, of an element of the value}
   *
   * @param indices into the arrays of the key's value, from 0, the outermost first
   */
  public Problem at(Integer... indices) {
    return new Problem(keys, List.of(indices), message, table, index);
  }

  /**
   * {@return the same problem, of keys that a proof system knows under names of its own}
   *
   * @param names its names by those that the problem uses
   */
  public Problem renamed(Map<String, String> names) {
    List<String> renamed = keys.stream().map(key -> names.getOrDefault(key, key)).toList();
    return new Problem(renamed, path, message, table, index);
  }

  /**
   * The key to blame.
   *
   * @return its name
   * @throws IndexOutOfBoundsException if the problem is {@linkplain #located of a file}
   */
  public String key() {
    return keys.get(0);
  }

  /** Such as {@code fri_folding_factors[1] must be a power of two of at least 2, got 3}. */
  @Override
  public String toString() {
    if (keys.isEmpty()) {
      return message;
    }
    return (table.isEmpty() ? "" : table + "[" + index + "].")
        + key()
        + path.stream().map(i -> "[" + i + "]").collect(Collectors.joining())
        + " "
        + message;
  }
}
