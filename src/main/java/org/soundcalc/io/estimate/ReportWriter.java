package org.soundcalc.io.estimate;

import java.io.IOException;
import java.io.Writer;

/** A format of reports. Lines end with a line feed on every platform. */
@FunctionalInterface
public interface ReportWriter {
  /**
   * Writes the report.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  void write(Report report, Writer out) throws IOException;
}
