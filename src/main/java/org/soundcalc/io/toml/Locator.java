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
   * The header of a circuit.
   *
   * @param circuit its index
   * @return where it begins
   */
  public Place circuit(int circuit) {
    return document.place(circuits.get(circuit).raw().table());
  }

  /**
   * The value of a key, which may stand in a table for all circuits; the circuit's header where the
   * file does not have it.
   *
   * @param circuit its index
   * @param key the key
   * @return where it begins
   */
  public Place key(int circuit, Key<?, ?> key) {
    return document.place(circuits.get(circuit).inFile(key));
  }

  /**
   * An error in the form of those found while reading.
   *
   * @param circuit its index
   * @param key what it is about, for the place
   * @param message what follows the key's name, as in "must be at least 2"
   * @return the error at its place
   */
  public Diagnostic error(int circuit, Key<?, ?> key, String message) {
    return diagnostic(circuit, key, Severity.ERROR, key.name() + " " + message);
  }

  /**
   * A warning in the form of those found while reading.
   *
   * @param circuit its index
   * @param key what it is about, for the place
   * @param message the whole of it
   * @return the warning at its place
   */
  public Diagnostic warning(int circuit, Key<?, ?> key, String message) {
    return diagnostic(circuit, key, Severity.WARNING, message);
  }

  private Diagnostic diagnostic(int circuit, Key<?, ?> key, Severity severity, String message) {
    TableSection section = circuits.get(circuit);
    return document.diagnostic(section.origin(key), severity, section.raw().message(message));
  }
}
