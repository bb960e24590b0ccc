package org.soundcalc.model;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;

/**
 * A proof system, as a plug-in: found through {@link java.util.ServiceLoader}, named nowhere else.
 */
public interface Family {
  /** The value of {@code protocol_family} that chooses it, such as {@code FRI_STARK}. */
  String name();

  /** One line for a reader. */
  String summary();

  /** The papers its errors come from. */
  List<Source> sources();

  /** The keys of a circuit, in the order of their reference; those common to all left out. */
  List<Key<?>> keys();

  /**
   * Of these keys, the integers (or lists of integers) that buy security when raised: queries and
   * proof-of-work, in the order in which a gate proposes them. The largest error must fall, or
   * first fall and then rise, as the value grows.
   */
  default List<Key<?>> levers() {
    return List.of();
  }

  /** The arrays of tables that a circuit may have, such as its lookups. */
  default List<TablesKey> tables() {
    return List.of();
  }

  /**
   * Reads a circuit and checks all that its proof system asks for.
   *
   * @param section the circuit's keys; every problem is reported to it, none thrown
   * @return the circuit, or nothing where an error was reported
   */
  Optional<Circuit> read(Section section);
}
