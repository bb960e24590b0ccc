package org.soundcalc.io.toml;

import java.util.Optional;

/**
 * A key that the command line sets, {@code --set KEY=VALUE}, in place of what a file says.
 *
 * @param circuit the circuit it is set in; empty: every circuit whose proof system knows it
 * @param key the key
 * @param value the value
 * @param text the argument verbatim, such as {@code riscv.num_queries=100}
 */
public record Setting(Optional<String> circuit, String key, TomlValue value, String text) {
  /**
   * Reads an argument {@code KEY=VALUE} or {@code CIRCUIT.KEY=VALUE}. The value is TOML, or else
   * stands for a text, as in {@code field=Goldilocks^3}. Keys have no dots, so that the names of
   * circuits may.
   *
   * @param text the argument
   * @return nothing where there is no {@code =} or no key before it
   */
  public static Optional<Setting> parse(String text) {
    int equals = text.indexOf('=');
    int dot = text.lastIndexOf('.', equals);
    String key = text.substring(dot + 1, Math.max(equals, dot + 1)).strip();
    if (equals < 0 || key.isEmpty() || dot == 0) {
      return Optional.empty();
    }
    Optional<String> circuit =
        dot < 0 ? Optional.empty() : Optional.of(text.substring(0, dot).strip());
    TomlValue value = TomlReader.readOption("--set " + text, text.substring(equals + 1).strip());
    return Optional.of(new Setting(circuit, key, value, text));
  }
}
