package org.soundcalc.io.toml;

import org.soundcalc.model.keys.Key;

/**
 * Where the values of a file stand: for problems and remedies that are found after it was read.
 * Circuits are counted from 0, as in {@link org.soundcalc.model.Zkvm#circuits()}; asking for one
 * that does not exist throws an {@link IndexOutOfBoundsException}.
 */
public interface Locator {
  /** {@return the header of a circuit} */
  Place circuit(int index);

  /**
   * {@return the value of a key, which may stand in a table for all circuits; the circuit's header
   * where the file does not have it}
   */
  Place key(int circuit, Key<?, ?> key);

  /**
   * {@return an error in the form of those found while reading}
   *
   * @param message what follows the key's name, as in "must be at least 2"
   */
  Diagnostic error(int circuit, Key<?, ?> key, String message);

  /**
   * {@return a warning in the form of those found while reading}
   *
   * @param key what it is about, for the place
   * @param message the whole of it
   */
  Diagnostic warning(int circuit, Key<?, ?> key, String message);
}
