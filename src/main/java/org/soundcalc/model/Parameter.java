package org.soundcalc.model;

import java.util.Optional;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;

/**
 * A parameter of a circuit, for a reader.
 *
 * @param key as the TOML file spells it
 * @param value as the TOML file would
 */
public record Parameter(String key, String value) {
  /**
   * {@return the value of a key; nothing where it is left out or no formula reads it}
   *
   * @param <T> the type of its values
   * @param key one that the circuit has
   * @param circuit whose value it is
   */
  public static <T> Optional<Parameter> of(Key<Circuit, T> key, Circuit circuit) {
    if (!key.isRead()) {
      return Optional.empty();
    }
    Optional<?> value =
        key.get(circuit) instanceof Optional<?> optional ? optional : Optional.of(key.get(circuit));
    return value.map(present -> new Parameter(key.label(), Spelling.of(present)));
  }
}
