package org.soundcalc.io.toml;

import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.keys.Key;

/**
 * The values of a table, as they were read.
 *
 * @param label whose they are, such as {@code circuit "riscv"}; empty for the file's own
 * @param table the table as the file has it
 * @param settings of the command line, by the names of keys; they win
 */
record RawTable(String label, TomlValue table, Map<String, Setting> settings) {
  /** The values of the file by their names. */
  Map<String, TomlValue> values() {
    return table.members().orElseThrow();
  }

  /** The raw value of a key, if the table has one. */
  Optional<Object> find(Key<?, ?> key) {
    Setting setting = settings.get(key.name());
    return setting != null ? Optional.of(setting.value()) : inFile(key).map(TomlValue::plain);
  }

  /** Where the value of a key comes from; the table's header where it has none. */
  Origin origin(Key<?, ?> key) {
    Setting setting = settings.get(key.name());
    return setting != null
        ? new Origin.CommandLine(setting)
        : new Origin.InFile(inFile(key).orElse(table));
  }

  /** The value that the file has of a key, whatever the command line sets. */
  Optional<TomlValue> inFile(Key<?, ?> key) {
    return has(key.name()) ? find(key.name()) : older(key).flatMap(this::find);
  }

  /** The value that the file has of this name. */
  Optional<TomlValue> find(String name) {
    return Optional.ofNullable(values().get(name));
  }

  /** The older spelling that the table uses of a key, if it does. */
  Optional<String> older(Key<?, ?> key) {
    return key.olderNames().stream().filter(this::has).findFirst();
  }

  boolean has(String name) {
    return values().containsKey(name);
  }

  /** The place of the table itself: its header. */
  Origin header() {
    return new Origin.InFile(table);
  }

  /** The place of a name, rather than of its value. */
  Origin name(String name) {
    return new Origin.InFile(values().get(name), true);
  }

  /** A message about a value of this table. */
  String message(Origin origin, String message) {
    boolean ofNoTable =
        origin instanceof Origin.CommandLine line && line.setting().circuit().isEmpty();
    return ofNoTable ? message : message(message);
  }

  /** A message about this table. */
  String message(String message) {
    return label.isEmpty() ? message : label + ": " + message;
  }
}
