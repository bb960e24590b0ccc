package org.soundcalc.model.keys;

import java.util.Map;

/**
 * The type and range of a key's value. Raw values are those of TOML: {@code String}, {@code
 * Boolean}, {@code BigInteger}, {@code BigDecimal}, {@code Double} for what is not a finite number,
 * {@code List} and {@code Map}.
 *
 * @param <T> what a valid value becomes
 */
public interface KeyType<T> {
  /** What a value must be, to follow the words "must be": {@code a positive integer}. */
  String description();

  /** Reads a raw value. */
  Parsed<T> parse(Object raw);

  /** Any valid value: what a reader goes on with after reporting an invalid one. */
  T placeholder();

  /** The type as a JSON Schema (draft 2020-12). */
  Map<String, Object> schema();
}
