package org.soundcalc.io.recursion;

import java.io.IOException;
import java.io.Writer;

/** A format of drawn trees. Lines end with a line feed on every platform. */
@FunctionalInterface
public interface GraphWriter {
  /**
   * Writes the tree.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  void write(Tree tree, Writer out) throws IOException;
}
