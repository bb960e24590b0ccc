package org.soundcalc.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.RecursionKeys;

/** The tables of a file whose keys stand for all circuits, such as {@code [zkevm]}. */
public final class InheritedKeys {
  private InheritedKeys() {}

  /**
   * {@return the keys of each table by its name, {@code zkevm} first; of keys with one name the
   * first}
   *
   * @param families proof systems whose keys may stand in tables for all circuits
   */
  public static Map<String, List<Key<?, ?>>> of(List<Family> families) {
    List<Key<?, ?>> ofCircuits = new ArrayList<>(CommonKeys.circuit());
    for (Family family : families) {
      if (!family.sharedTables().isEmpty()) {
        ofCircuits.addAll(family.keys());
      }
    }
    Map<String, Map<String, Key<?, ?>>> tables = new LinkedHashMap<>();
    for (Key<?, ?> key : CommonKeys.zkevm()) {
      add(key, CommonKeys.ZKEVM, tables);
    }
    for (Key<?, ?> key : RecursionKeys.table()) {
      add(key, RecursionKeys.TABLE, tables);
    }
    for (Key<?, ?> key : ofCircuits) {
      key.table().ifPresent(table -> add(key, table, tables));
    }
    Map<String, List<Key<?, ?>>> keys = new LinkedHashMap<>();
    tables.forEach((table, byName) -> keys.put(table, List.copyOf(byName.values())));
    return keys;
  }

  private static void add(Key<?, ?> key, String table, Map<String, Map<String, Key<?, ?>>> tables) {
    tables.computeIfAbsent(table, t -> new LinkedHashMap<>()).putIfAbsent(key.name(), key);
  }
}
