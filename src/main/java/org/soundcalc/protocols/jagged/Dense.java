package org.soundcalc.protocols.jagged;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.Values;
import org.soundcalc.protocols.stark.Commitment;

/**
 * A polynomial commitment that the dense polynomials may be made with, and what files of Jagged
 * circuits call its parameters.
 *
 * @param <P> the commitment
 */
abstract class Dense<P extends Commitment> {
  private final String name;
  private final Class<P> type;
  private final Map<String, String> names;

  /**
   * A commitment.
   *
   * @param name for outputs
   * @param type its class
   * @param names what files call keys that have names of their own, by the commitment's names
   */
  Dense(String name, Class<P> type, Map<String, String> names) {
    this.name = name;
    this.type = type;
    this.names = Map.copyOf(names);
  }

  /** The one that a circuit has. */
  static Dense<?> of(Commitment commitment) {
    return DenseFri.PCS.type.isInstance(commitment) ? DenseFri.PCS : DenseWhir.PCS;
  }

  /** By which files choose it. */
  String word() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** For outputs. */
  String name() {
    return name;
  }

  /** The keys of a circuit over it, in the order of their reference. */
  abstract List<Key<Circuit, ?>> keys();

  /** The commitment that these values state; throws where there is none. */
  abstract P of(Values<P> values);

  /** Says what is wrong or odd beside the parameters themselves. */
  abstract void check(Section section, Optional<P> made);

  /** Keys that no circuit holds, since they repeat or exclude what another key says. */
  List<Key<?, ?>> beside() {
    return List.of();
  }

  /** Where its errors are from, unless from what every commitment rests on. */
  List<Citation> sources() {
    return List.of();
  }

  /** Reads the commitment of a circuit; nothing where it has an error. */
  final Optional<P> read(Section section) {
    Optional<P> made =
        section.<P>make(values -> InvalidConfiguration.retold(() -> of(values), this::told));
    check(section, made);
    return made;
  }

  /** In files the dense polynomials have names of their own. */
  final Problem told(Problem problem) {
    return problem.renamed(names);
  }

  /** One of its keys, as a key of the circuit. */
  final <T> Key<Jagged, T> key(Key<P, T> key) {
    return key.of(jagged -> type.cast(jagged.dense()), Jagged::with, this::told);
  }
}
