package org.soundcalc.io.toml;

import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Parsed;

/** Raw values that are tables. */
final class Tables {
  private Tables() {}

  /** Such as {@code circuit "riscv"}, or {@code circuit 2} where it has no proper name. */
  static String label(String kind, int index, Map<String, TomlValue> table) {
    return name(table)
        .map(name -> kind + " \"" + Printable.brief(name) + '"')
        .orElseGet(() -> kind + " " + (index + 1));
  }

  /** The name that a table gives itself, if it is a proper one. */
  static Optional<String> name(Map<String, TomlValue> table) {
    return Optional.ofNullable(table.get(CommonKeys.NAME.name()))
        .map(name -> CommonKeys.NAME.type().parse(name.plain()))
        .flatMap(
            parsed ->
                parsed instanceof Parsed.Valid<String> valid
                    ? Optional.of(valid.value())
                    : Optional.empty());
  }
}
