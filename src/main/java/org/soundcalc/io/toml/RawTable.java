package org.soundcalc.io.toml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.keys.Key;

/**
 * The values of a table, as they were read.
 *
 * @param label whose they are, such as {@code circuit "riscv"}; empty for the file's own
 * @param path of the table in the file
 * @param values in the file, by their names
 * @param settings of the command line, by the names of keys; they win
 */
record RawTable(
    String label, List<Object> path, Map<String, TomlValue> values, Map<String, Setting> settings) {

  /** The raw value of a key, if the table has one. */
  Optional<Object> find(Key<?, ?> key) {
    Setting setting = settings.get(key.name());
    return setting != null
        ? Optional.of(setting.value())
        : name(key).map(values::get).map(TomlValue::plain);
  }

  /** Where the value of a key comes from; the table's header where it has none. */
  Origin origin(Key<?, ?> key) {
    Setting setting = settings.get(key.name());
    return setting != null ? new Origin.CommandLine(setting) : new Origin.InFile(path(key));
  }

  /** The path of a key's value in the file; of the table where the file has none. */
  List<Object> path(Key<?, ?> key) {
    return name(key).map(this::below).orElse(path);
  }

  /** Whether the file has the key, whatever the command line sets. */
  boolean hasInFile(Key<?, ?> key) {
    return name(key).isPresent();
  }

  /** The older spelling that the table uses of a key, if it does. */
  Optional<String> older(Key<?, ?> key) {
    return key.olderNames().stream().filter(values::containsKey).findFirst();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The place of the table itself: its header. */
  Origin header() {
    return new Origin.InFile(path);
  }

  /** The place of a name, rather than of its value. */
  Origin name(String name) {
    return new Origin.InFile(below(name), true);
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

  private Optional<String> name(Key<?, ?> key) {
    return has(key.name()) ? Optional.of(key.name()) : older(key);
  }

  private List<Object> below(String name) {
    return Origin.below(path, List.of(name));
  }
}
