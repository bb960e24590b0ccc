package org.soundcalc.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;

/**
 * A proof system, as a plug-in: found through {@link java.util.ServiceLoader}, named nowhere else.
 */
public interface Family {
  /** {@return the value of {@code protocol_family} that chooses it, such as {@code FRI_STARK}} */
  String name();

  /** {@return one line for a reader} */
  String summary();

  /** {@return the papers its errors come from} */
  List<Citation> sources();

  /**
   * {@return the keys of a circuit, in the order of their reference; those common to all left out}
   */
  List<Key<?, ?>> keys();

  /** {@return those of its circuits that have other {@link #keys()}; usually none} */
  default List<Variant> variants() {
    return List.of();
  }

  /** {@return the arrays of tables that a circuit may have, such as its lookups} */
  default List<TablesKey> tables() {
    return List.of();
  }

  /** {@return the tables that a circuit may have: those that every proof system has come last} */
  default List<TablesKey> allTables() {
    List<TablesKey> all = new ArrayList<>(tables());
    all.add(CircuitStatement.TABLE);
    return List.copyOf(all);
  }

  /**
   * {@return the tables of a file in which some of its {@link #keys()} may stand for all circuits:
   * those that {@link Key#alsoIn} names; usually none}
   */
  default Set<String> sharedTables() {
    return Set.of();
  }

  /**
   * {@return how far the proximity parameters of regimes may reach that its circuits can be asked
   * for}
   */
  default Set<Decoding> decodings() {
    return EnumSet.allOf(Decoding.class);
  }

  /**
   * {@return whether a circuit's configuration fixes the proximity parameter, so that its
   * {@linkplain Circuit#codes() codes} leave none to choose}
   */
  default boolean fixesProximityParameter() {
    return false;
  }

  /**
   * {@return whether its commitment stays with one code, so that its circuits have a {@linkplain
   * Circuit#queryPhase() query phase} of their own}
   */
  default boolean staysWithOneCode() {
    return false;
  }

  /**
   * Reads a circuit and checks all that its proof system asks for.
   *
   * @param section the circuit's keys; every problem is reported to it, none thrown
   * @return the circuit, or nothing where an error was reported
   */
  Optional<? extends Circuit> read(Section section);
}
