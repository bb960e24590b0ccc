package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;

/** Something in a format, ready to be written. Lines end with a line feed on every platform. */
@FunctionalInterface
public interface Rendering {
  /**
   * Writes it.
   *
   * @param out where it goes; left open
   * @throws IOException if {@code out} cannot be written to
   */
  void writeTo(Writer out) throws IOException;
}
