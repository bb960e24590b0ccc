package org.soundcalc.model.keys;

import java.util.List;

/**
 * A key whose value is an array of tables, such as a circuit's lookups, or one table.
 *
 * @param name as files spell it
 * @param keys the keys of each table
 * @param meaning for the reference
 * @param isArray whether there may be several
 */
public record TablesKey(String name, List<Key<?, ?>> keys, String meaning, boolean isArray) {
  /**
   * An array of tables.
   *
   * @param name as files spell it
   * @param keys the keys of each table
   * @param meaning one sentence for the reference
   */
  public TablesKey(String name, List<Key<?, ?>> keys, String meaning) {
    this(name, keys, meaning, true);
  }

  /**
   * {@return a key whose value is one table}
   *
   * @param name as files spell it
   * @param keys the keys of the table
   * @param meaning for the reference
   */
  public static TablesKey single(String name, List<Key<?, ?>> keys, String meaning) {
    return new TablesKey(name, keys, meaning, false);
  }

  /** {@return the header of such a table in a circuit} */
  public String header() {
    String path = CommonKeys.CIRCUITS + "." + name;
    return isArray ? "[[" + path + "]]" : "[" + path + "]";
  }
}
