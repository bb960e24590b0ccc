package org.soundcalc.io.diff;

import java.io.IOException;
import java.io.Writer;

/** A format of differences. Lines end with a line feed on every platform. */
@FunctionalInterface
public interface DiffWriter {
  /**
   * Writes the report.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  void write(DiffReport report, Writer out) throws IOException;
}
