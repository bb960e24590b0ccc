package org.soundcalc.search.space;

import java.util.LinkedHashMap;
import java.util.Map;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/** The keys of a circuit that can have another value. */
public final class VariableKeys {
  private VariableKeys() {}

  /**
   * {@return those of a circuit by their {@linkplain Key#label labels}: field and hash, then its
   * proof system's}
   *
   * @param circuit the circuit
   */
  public static Map<String, Key<Circuit, ?>> of(Circuit circuit) {
    Map<String, Key<Circuit, ?>> keys = new LinkedHashMap<>();
    // beside these, what every circuit has says which one it is
    keys.put(CommonKeys.FIELD.label(), CommonKeys.FIELD);
    keys.put(CommonKeys.HASH_SIZE_BITS.label(), CommonKeys.HASH_SIZE_BITS);
    circuit.keys().forEach(key -> keys.put(key.label(), key));
    return keys;
  }

  /**
   * {@return the same by the names that people give them: a lookup's key as {@code byte.rows_L}}
   *
   * @param circuit the circuit
   */
  public static Map<String, Key<Circuit, ?>> byName(Circuit circuit) {
    Map<String, Key<Circuit, ?>> keys = new LinkedHashMap<>();
    of(circuit)
        .values()
        .forEach(
            key ->
                keys.put(
                    key.entry().map(entry -> entry.name() + ".").orElse("") + key.name(), key));
    return keys;
  }
}
