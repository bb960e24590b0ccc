package org.soundcalc.io.toml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.TablesKey;

/** What may stand in a table. */
final class TableSchema {
  private final String owner;
  private final Map<String, Key<?, ?>> keys = new LinkedHashMap<>();

  /** Older spellings included. */
  private final Map<String, Key<?, ?>> spellings = new LinkedHashMap<>();

  /** Today's names by those of the past. */
  private final Map<String, String> past = new LinkedHashMap<>();

  private final Map<String, TablesKey> tables = new LinkedHashMap<>();
  private final Set<String> unread;

  /**
   * The layout of a table.
   *
   * @param owner whose keys they are, to follow "not a key of"
   * @param keys of values; of two with the same name the first is kept
   * @param tables of arrays of tables
   */
  TableSchema(String owner, List<Key<?, ?>> keys, List<TablesKey> tables) {
    this(owner, keys, tables, Set.of());
  }

  /**
   * The layout of a table.
   *
   * @param owner whose keys they are, to follow "not a key of"
   * @param keys of values; of two with the same name the first is kept
   * @param tables of arrays of tables
   * @param unread tables that change no figure, and are not read yet
   */
  TableSchema(String owner, List<Key<?, ?>> keys, List<TablesKey> tables, Set<String> unread) {
    this.owner = owner;
    this.unread = unread;
    keys.forEach(key -> this.keys.putIfAbsent(key.name(), key));
    spellings.putAll(this.keys);
    keys.forEach(key -> key.olderNames().forEach(older -> spellings.putIfAbsent(older, key)));
    keys.forEach(key -> key.pastNames().forEach(name -> past.putIfAbsent(name, key.name())));
    tables.forEach(table -> this.tables.putIfAbsent(table.name(), table));
  }

  String owner() {
    return owner;
  }

  Iterable<Key<?, ?>> keys() {
    return keys.values();
  }

  Iterable<TablesKey> tables() {
    return tables.values();
  }

  /** The key of this name or of this older spelling. */
  Optional<Key<?, ?>> key(String name) {
    return Optional.ofNullable(spellings.get(name));
  }

  /** Today's name of a key, by one of the past. */
  Optional<String> today(String name) {
    return Optional.ofNullable(past.get(name));
  }

  boolean knows(String name) {
    return spellings.containsKey(name) || tables.containsKey(name);
  }

  /** Whether a table of this name changes no figure, and is not read yet. */
  boolean isUnread(String name) {
    return unread.contains(name);
  }

  /** All names, those of tables included, older spellings left out. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(keys.keySet());
    names.addAll(tables.keySet());
    return names;
  }
}
