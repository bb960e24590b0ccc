package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;

/** What the tables of a file have in common. */
final class Context {
  final String source;
  final TableSchemas layouts;
  final Problems problems;
  final Settings settings;
  private final Map<String, TableSection> shared = new LinkedHashMap<>();

  /** The keys that mean nothing where they stand. */
  final List<IgnoredKey> ignored = new ArrayList<>();

  private final Set<String> namesInCircuits = new HashSet<>();

  Context(String source, TableSchemas layouts, List<Setting> settings) {
    this.source = source;
    this.layouts = layouts;
    this.problems = new Problems();
    this.settings = new Settings(this, settings);
  }

  void share(String table, TableSection section) {
    shared.put(table, section);
  }

  void circuits(List<TomlValue> tables) {
    tables.forEach(t -> t.members().ifPresent(table -> namesInCircuits.addAll(table.keySet())));
  }

  /** The table that stands for all circuits, where the file has it. */
  Optional<TableSection> shared(String table) {
    return Optional.ofNullable(shared.get(table));
  }

  /** What a value must be, to follow the words "must be". */
  String expected(Key<?, ?> key) {
    return key.equals(CommonKeys.PROTOCOL_FAMILY)
        ? "one of " + String.join(", ", layouts.families())
        : key.type().description();
  }

  /** Whether a circuit has a value of its own, so that it is missing in the others only. */
  boolean anyCircuitHas(Key<?, ?> key) {
    return Stream.concat(Stream.of(key.name()), key.olderNames().stream())
        .anyMatch(namesInCircuits::contains);
  }
}
