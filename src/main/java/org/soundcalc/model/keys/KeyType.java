package org.soundcalc.model.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The type and range of a key's value. Raw values are those of TOML: {@code String}, {@code
 * Boolean}, {@code BigInteger}, {@code BigDecimal}, {@code Double} for what is not a finite number,
 * {@code List} and {@code Map}.
 *
 * @param <T> what a valid value becomes
 */
public interface KeyType<T> {
  /** {@return what a value must be, to follow the words "must be": {@code a positive integer}} */
  String description();

  /**
   * Reads a raw value.
   *
   * @param raw of one of the classes above, as the TOML reader makes them
   * @return what it becomes, or every fault in it
   */
  Parsed<T> parse(Object raw);

  /**
   * {@return what is wrong with a value that was not read but made; nothing where its class forbids
   * it}
   *
   * @param value of a configuration made by a program
   */
  default List<Parsed.Fault> faults(T value) {
    return List.of();
  }

  /**
   * {@return the valid text that was probably meant}
   *
   * @param written a text that is none
   */
  default Optional<String> meant(String written) {
    return Optional.empty();
  }

  /** {@return any valid value: what a reader goes on with after reporting an invalid one} */
  T placeholder();

  /** {@return the type as a JSON Schema (draft 2020-12)} */
  Map<String, Object> schema();

  /**
   * What may be left out.
   *
   * @param <T> the type of what is there
   * @param type its type and range
   */
  record OrNothing<T>(KeyType<T> type) implements KeyType<Optional<T>> {
    @Override
    public String description() {
      return type.description();
    }

    @Override
    public Parsed<Optional<T>> parse(Object raw) {
      Parsed<T> parsed = type.parse(raw);
      return parsed instanceof Parsed.Valid<T> valid
          ? new Parsed.Valid<>(Optional.of(valid.value()))
          : new Parsed.Invalid<>(((Parsed.Invalid<T>) parsed).faults());
    }

    @Override
    public List<Parsed.Fault> faults(Optional<T> value) {
      return value.map(type::faults).orElse(List.of());
    }

    @Override
    public Optional<String> meant(String written) {
      return type.meant(written);
    }

    @Override
    public Optional<T> placeholder() {
      return Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
      return type.schema();
    }
  }
}
