package org.soundcalc.model.keys;

import java.util.List;

/**
 * A key whose value is an array of tables, such as a circuit's lookups.
 *
 * @param name as files spell it
 * @param keys the keys of each table
 * @param levers of these, integers that buy security when raised, as {@link
 *     org.soundcalc.model.Family#levers()} has them
 * @param meaning one sentence for the reference
 */
public record TablesKey(String name, List<Key<?, ?>> keys, List<Key<?, ?>> levers, String meaning) {
  /** Tables none of whose keys buys security. */
  public TablesKey(String name, List<Key<?, ?>> keys, String meaning) {
    this(name, keys, List.of(), meaning);
  }
}
