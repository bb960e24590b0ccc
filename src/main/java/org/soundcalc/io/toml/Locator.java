package org.soundcalc.io.toml;

import java.util.List;
import org.soundcalc.model.keys.Key;

/**
 * Where the values of a file stand: for problems and remedies that are found after it was read.
 * Circuits are counted from 0, as in {@link org.soundcalc.model.Zkvm#circuits()}; asking for one
 * that does not exist throws an {@link IndexOutOfBoundsException}.
 */
public final class Locator {
  private final TomlDocument document;
  private final List<TableSection> circuits;

  Locator(TomlDocument document, List<TableSection> circuits) {
    this.document = document;
    this.circuits = List.copyOf(circuits);
  }

  /**
   * {@return the place of a circuit's header}
   *
   * @param circuit its index
   */
  public Place circuit(int circuit) {
    return document.place(circuits.get(circuit).header().value());
  }

  /**
   * {@return the place of a key's value, which may stand in a table for all circuits; of the
   * circuit's header where the file does not have it}
   *
   * @param circuit its index
   * @param key the key
   */
  public Place key(int circuit, Key<?, ?> key) {
    return document.place(circuits.get(circuit).inFileOrHeader(key));
  }

  /**
   * {@return an error in the form of those found while reading}
   *
   * @param circuit its index
   * @param key what it is about, for the place
   * @param message what follows the key's name, as in "must be at least 2"
   */
  public Diagnostic error(int circuit, Key<?, ?> key, String message) {
    return diagnostic(circuit, key, Severity.ERROR, key.name() + " " + message);
  }

  /**
   * {@return a warning in the form of those found while reading}
   *
   * @param circuit its index
   * @param key what it is about, for the place
   * @param message the whole of it
   */
  public Diagnostic warning(int circuit, Key<?, ?> key, String message) {
    return diagnostic(circuit, key, Severity.WARNING, message);
  }

  private Diagnostic diagnostic(int circuit, Key<?, ?> key, Severity severity, String message) {
    TableSection section = circuits.get(circuit);
    return document.diagnostic(section.origin(key), severity, section.message(message));
  }
}
