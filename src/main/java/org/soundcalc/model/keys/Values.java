package org.soundcalc.model.keys;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Values of the keys of a record: of a table of a file, or of another record of its type.
 *
 * @param <C> the record
 */
@FunctionalInterface
public interface Values<C> {
  /**
   * {@return the value of a key, or what it stands for where it is left out}
   *
   * @param <T> the type of its values
   * @param key one that the record holds
   */
  <T> T get(Key<C, T> key);

  /**
   * {@return the values that a record holds}
   *
   * @param <C> the record
   * @param record the values of its keys are read from it when asked for
   */
  static <C> Values<C> of(C record) {
    return new Held<>(record);
  }

  /**
   * {@return the same values, but for that of the key of this name}
   *
   * @param <S> the type of the key's values
   * @param name of the key, as files spell it
   * @param value the one to have instead
   */
  default <S> Values<C> with(String name, S value) {
    return new Replaced<>(this, name, value);
  }

  /**
   * {@return the values of a part of the record}
   *
   * @param <P> the part, a record
   * @param getter the part
   * @param wither the record with another one
   */
  default <P> Values<P> part(Function<C, P> getter, BiFunction<C, P, C> wither) {
    return new Part<>(this, getter, wither);
  }

  /** See {@link #of}. */
  record Held<C>(C record) implements Values<C> {
    @Override
    public <T> T get(Key<C, T> key) {
      return key.get(record);
    }
  }

  /** See {@link #with}. */
  record Replaced<C, S>(Values<C> values, String name, S value) implements Values<C> {
    @Override
    @SuppressWarnings("unchecked") // of one record's keys, only one has this name
    public <T> T get(Key<C, T> key) {
      return key.name().equals(name) ? (T) value : values.get(key);
    }
  }

  /** See {@link #part}. */
  record Part<C, P>(Values<C> values, Function<C, P> getter, BiFunction<C, P, C> wither)
      implements Values<P> {
    @Override
    public <T> T get(Key<P, T> key) {
      return values.get(key.of(getter, wither));
    }
  }
}
