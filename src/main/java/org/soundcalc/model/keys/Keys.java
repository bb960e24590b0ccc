package org.soundcalc.model.keys;

import java.util.Optional;
import java.util.function.Function;

/**
 * Describes the keys of a record.
 *
 * @param <C> the record
 * @param maker makes such a record of the values of all its keys
 */
public record Keys<C>(Function<Values<C>, C> maker) {
  /** A key that must be there. */
  public <T> Key<C, T> required(
      String name, KeyType<T> type, Function<C, T> getter, String meaning) {
    return Key.<C, T>required(name, type, meaning).heldBy(getter, maker);
  }

  /** A key that may be left out. */
  public <T> Key<C, Optional<T>> optional(
      String name, KeyType<T> type, Function<C, Optional<T>> getter, String meaning) {
    return Key.<C, T>optional(name, type, meaning).heldBy(getter, maker);
  }

  /** A key that may be left out, and then has this value. */
  public <T> Key<C, T> optional(
      String name, KeyType<T> type, T value, Function<C, T> getter, String meaning) {
    return Key.<C, T>optional(name, type, value, meaning).heldBy(getter, maker);
  }
}
