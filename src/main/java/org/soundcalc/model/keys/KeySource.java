package org.soundcalc.model.keys;

import java.util.List;
import java.util.Optional;

/**
 * Where a file may state a key, beside its name in its own table.
 *
 * @param olderNames spellings that are read with a warning
 * @param pastNames which are errors that say today's
 * @param table of the file where it may stand for all circuits
 * @param substitute the key that is taken, with a warning, where this one is missing
 * @param entry the table inside the circuit that holds it, where it is one of several
 */
record KeySource(
    List<String> olderNames,
    List<String> pastNames,
    Optional<String> table,
    Optional<String> substitute,
    Optional<Key.Entry> entry) {
  /** In its own table, under one name. */
  static final KeySource USUAL =
      new KeySource(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  KeySource olderNames(List<String> other) {
    return new KeySource(other, pastNames, table, substitute, entry);
  }

  KeySource pastNames(List<String> other) {
    return new KeySource(olderNames, other, table, substitute, entry);
  }

  KeySource table(String other) {
    return new KeySource(olderNames, pastNames, Optional.of(other), substitute, entry);
  }

  KeySource substitute(String other) {
    return new KeySource(olderNames, pastNames, table, Optional.of(other), entry);
  }

  KeySource entry(Key.Entry other) {
    return new KeySource(olderNames, pastNames, table, substitute, Optional.of(other));
  }
}
