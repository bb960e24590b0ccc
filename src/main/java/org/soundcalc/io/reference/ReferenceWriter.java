package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.soundcalc.model.Family;

/** A form of the reference. Lines end with a line feed on every platform. */
@FunctionalInterface
public interface ReferenceWriter {
  /**
   * Writes the reference of these proof systems.
   *
   * @param families at least one
   * @throws IOException if {@code out} cannot be written to
   */
  void write(List<Family> families, Writer out) throws IOException;
}
