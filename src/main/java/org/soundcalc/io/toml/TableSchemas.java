package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Family;
import org.soundcalc.model.InheritedKeys;
import org.soundcalc.model.Variant;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.TablesKey;

/** What may stand in each table of a file, as the proof systems describe it. */
final class TableSchemas {
  /** The keys of a circuit whose proof system is not known. */
  static final TableSchema COMMON =
      new TableSchema("circuits", List.copyOf(CommonKeys.circuit()), List.of());

  /** Of a circuit: what is sent, where its proof system has no such table. */
  private static final Set<String> UNREAD_OF_CIRCUIT = Set.of("proof");

  private final Map<String, Family> families = new LinkedHashMap<>();
  private final Map<String, TableSchema> circuits = new LinkedHashMap<>();
  private final Map<String, TableSchema> shared = new LinkedHashMap<>();

  TableSchemas(List<Family> families) {
    for (Family family : families) {
      this.families.putIfAbsent(family.name(), family);
      add(family.name(), family);
      for (Variant variant : family.variants()) {
        add(variant.label(), variant.family());
      }
    }
    InheritedKeys.of(families)
        .forEach(
            (table, keys) ->
                shared.put(table, new TableSchema("[" + table + "]", keys, List.of())));
  }

  private void add(String owner, Family family) {
    List<Key<?, ?>> keys = new ArrayList<>(CommonKeys.circuit());
    keys.addAll(family.keys());
    circuits.putIfAbsent(
        owner, new TableSchema(owner, keys, family.allTables(), UNREAD_OF_CIRCUIT));
  }

  /** The names of the proof systems, in the order of their installation. */
  Set<String> families() {
    return families.keySet();
  }

  Optional<Family> family(String name) {
    return Optional.ofNullable(families.get(name));
  }

  /** The keys of a circuit of this proof system, or of this variant of one by its label. */
  TableSchema circuit(String owner) {
    return circuits.get(owner);
  }

  /** The keys of lookups and the like. */
  static TableSchema table(TablesKey tables) {
    String owner = tables.isArray() ? tables.name() : tables.header();
    return new TableSchema(owner, tables.keys(), List.of());
  }

  /** Of the tables that stand for all circuits, such as {@code zkevm}. */
  Map<String, TableSchema> shared() {
    return Collections.unmodifiableMap(shared);
  }

  /** A proof system that has a key of this name. */
  Optional<String> familyThatKnows(String key) {
    return familyThatKnows(key, "");
  }

  /** A proof system that has a key of this name: rather another variant of the owner's own. */
  Optional<String> familyThatKnows(String key, String owner) {
    List<String> known =
        circuits.entrySet().stream()
            .filter(entry -> entry.getValue().knows(key))
            .map(Map.Entry::getKey)
            .toList();
    return known.stream()
        .filter(other -> other.startsWith(owner + " ") || owner.startsWith(other + " "))
        .findFirst()
        .or(() -> known.stream().findFirst());
  }

  /** The names of every proof system's keys. */
  Set<String> circuitKeys() {
    Set<String> names = new LinkedHashSet<>();
    COMMON.keys().forEach(key -> names.add(key.name()));
    circuits.values().forEach(layout -> layout.keys().forEach(key -> names.add(key.name())));
    return names;
  }
}
