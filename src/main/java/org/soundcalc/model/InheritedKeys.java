package org.soundcalc.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Map<String, List<Key<?, ?>>> keys = new LinkedHashMap<>();
    tables(families).forEach(table -> keys.put(table, of(table, families)));
    return keys;
  }

  /**
   * {@return the names of the tables, {@code zkevm} first}
   *
   * @param families proof systems whose keys may stand in tables for all circuits
   */
  public static Set<String> tables(List<Family> families) {
    Set<String> tables = new LinkedHashSet<>();
    tables.add(CommonKeys.ZKEVM);
    tables.add(RecursionKeys.TABLE);
    families.forEach(family -> tables.addAll(family.sharedTables()));
    return tables;
  }

  /**
   * {@return the keys of one table; of keys with one name the first}
   *
   * @param table its name
   * @param families proof systems, of which those are looked at that name it
   */
  public static List<Key<?, ?>> of(String table, List<Family> families) {
    List<Key<?, ?>> keys = new ArrayList<>();
    if (table.equals(CommonKeys.ZKEVM)) {
      keys.addAll(CommonKeys.zkevm());
    } else if (table.equals(RecursionKeys.TABLE)) {
      keys.addAll(RecursionKeys.table());
    }
    addThose(CommonKeys.circuit(), table, keys);
    for (Family family : families) {
      if (family.sharedTables().contains(table)) {
        addThose(family.keys(), table, keys);
      }
    }
    Map<String, Key<?, ?>> byName = new LinkedHashMap<>();
    keys.forEach(key -> byName.putIfAbsent(key.name(), key));
    return List.copyOf(byName.values());
  }

  private static void addThose(
      Iterable<? extends Key<?, ?>> candidates, String table, List<Key<?, ?>> keys) {
    for (Key<?, ?> key : candidates) {
      if (key.table().filter(table::equals).isPresent()) {
        keys.add(key);
      }
    }
  }
}
