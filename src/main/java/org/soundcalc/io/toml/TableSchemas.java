package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Made where a file has such a circuit: the keys of a proof system are a tenth of a start. */
  private final Map<String, TableSchema> circuits = new ConcurrentHashMap<>();

  private final Set<String> shared;
  private final Map<String, TableSchema> sharedSchemas = new ConcurrentHashMap<>();

  TableSchemas(List<Family> families) {
    for (Family family : families) {
      this.families.putIfAbsent(family.name(), family);
    }
    shared = InheritedKeys.tables(families);
  }

  /** Proof systems and their variants. */
  private Map<String, Family> owners() {
    Map<String, Family> owners = new LinkedHashMap<>();
    for (Family family : families.values()) {
      owners.putIfAbsent(family.name(), family);
      for (Variant variant : family.variants()) {
        owners.putIfAbsent(variant.label(), variant.family());
      }
    }
    return owners;
  }

  private TableSchema make(String owner) {
    Family family = families.containsKey(owner) ? families.get(owner) : owners().get(owner);
    for (Key<?, ?> key : family.keys()) {
      if (key.table().filter(table -> !family.sharedTables().contains(table)).isPresent()) {
        throw new IllegalStateException(
            owner + " leaves out of its shared tables that of its key " + key.name());
      }
    }
    List<Key<?, ?>> keys = new ArrayList<>(CommonKeys.circuit());
    keys.addAll(family.keys());
    return new TableSchema(owner, keys, family.allTables(), UNREAD_OF_CIRCUIT);
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
    return circuits.computeIfAbsent(owner, this::make);
  }

  /** The keys of lookups and the like. */
  static TableSchema table(TablesKey tables) {
    String owner = tables.isArray() ? tables.name() : tables.header();
    return new TableSchema(owner, tables.keys(), List.of());
  }

  /** The names of the tables that stand for all circuits, such as {@code zkevm}. */
  Set<String> shared() {
    return Collections.unmodifiableSet(shared);
  }

  /** The keys of a table that stands for all circuits. */
  TableSchema shared(String table) {
    return sharedSchemas.computeIfAbsent(
        table,
        name ->
            new TableSchema(
                "[" + name + "]",
                InheritedKeys.of(name, List.copyOf(families.values())),
                List.of()));
  }

  /** A proof system that has a key of this name. */
  Optional<String> familyThatKnows(String key) {
    return familyThatKnows(key, "");
  }

  /** A proof system that has a key of this name: rather another variant of the owner's own. */
  Optional<String> familyThatKnows(String key, String owner) {
    List<String> known =
        owners().keySet().stream().filter(other -> circuit(other).knows(key)).toList();
    return known.stream()
        .filter(other -> other.startsWith(owner + " ") || owner.startsWith(other + " "))
        .findFirst()
        .or(() -> known.stream().findFirst());
  }

  /** The names of every proof system's keys. */
  Set<String> circuitKeys() {
    Set<String> names = new LinkedHashSet<>();
    COMMON.keys().forEach(key -> names.add(key.name()));
    for (String owner : owners().keySet()) {
      circuit(owner).keys().forEach(key -> names.add(key.name()));
    }
    return names;
  }
}
