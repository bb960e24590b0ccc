package org.soundcalc.model.keys;

import java.util.List;

/**
 * A key whose value is an array of tables, such as a circuit's lookups.
 *
 * @param name as files spell it
 * @param keys the keys of each table
 * @param meaning one sentence for the reference
 */
public record TablesKey(String name, List<Key<?, ?>> keys, String meaning) {}
