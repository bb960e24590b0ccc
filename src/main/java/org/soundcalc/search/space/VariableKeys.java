package org.soundcalc.search.space;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/** The keys of a circuit that can have another value. */
public final class VariableKeys {
  private static final Pattern ENTRY =
      Pattern.compile("(?:[a-z_]+\\[(.+)]|\"(.+)\")\\.([A-Za-z0-9_]+)");

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
    of(circuit).values().forEach(key -> keys.put(plain(key.spelling()), key));
    return keys;
  }

  /**
   * {@return the name by which {@link #byName} has a key, however it was written: {@code
   * byte.rows_L} for {@code lookups[byte].rows_L} and {@code "byte".rows_L}}
   *
   * @param written any text
   */
  public static String plain(String written) {
    Matcher entry = ENTRY.matcher(written.strip());
    if (!entry.matches()) {
      return written.strip();
    }
    String quoted = entry.group(2);
    String name = quoted == null ? entry.group(1) : quoted.replaceAll("\\\\(.)", "$1");
    return name + "." + entry.group(3);
  }
}
