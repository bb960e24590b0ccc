package org.soundcalc.io.gate;

import java.io.IOException;
import java.io.Writer;

/** A format of verdicts. Lines end with a line feed on every platform. */
@FunctionalInterface
public interface GateWriter {
  /**
   * Writes the verdicts.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  void write(GateReport report, Writer out) throws IOException;
}
