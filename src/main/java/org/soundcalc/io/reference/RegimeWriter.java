package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;

/** A form of the table of regimes. Lines end with a line feed on every platform. */
@FunctionalInterface
public interface RegimeWriter {
  /**
   * Writes the regimes.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  void write(RegimeReference reference, Writer out) throws IOException;
}
