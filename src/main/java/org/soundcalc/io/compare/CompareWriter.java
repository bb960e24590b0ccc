package org.soundcalc.io.compare;

import java.io.IOException;
import java.io.Writer;

/** A format of comparisons. Lines end with a line feed on every platform. */
@FunctionalInterface
public interface CompareWriter {
  /**
   * Writes the comparison.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  void write(CompareReport report, Writer out) throws IOException;
}
