package org.soundcalc.io.toml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Parsed;

/** Raw values that are tables. */
final class Tables {
  private Tables() {}

  /** The table that a raw value is, if it is one. */
  static Optional<Map<String, Object>> table(Object raw) {
    if (!(raw instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Map<String, Object> table = new LinkedHashMap<>();
    map.forEach((key, value) -> table.put(String.valueOf(key), value));
    return Optional.of(table);
  }

  /** Such as {@code circuit "riscv"}, or {@code circuit 2} where it has no proper name. */
  static String label(String kind, int index, Map<String, Object> table) {
    return name(table)
        .map(name -> kind + " \"" + Printable.brief(name) + '"')
        .orElseGet(() -> kind + " " + (index + 1));
  }

  /** The name that a table gives itself, if it is a proper one. */
  static Optional<String> name(Map<String, Object> table) {
    return Optional.ofNullable(table.get(CommonKeys.NAME.name()))
        .map(CommonKeys.NAME.type()::parse)
        .flatMap(
            parsed ->
                parsed instanceof Parsed.Valid<String> valid
                    ? Optional.of(valid.value())
                    : Optional.empty());
  }
}
