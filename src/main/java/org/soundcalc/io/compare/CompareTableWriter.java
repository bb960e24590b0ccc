package org.soundcalc.io.compare;

import java.io.IOException;
import java.io.Writer;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Line;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.io.document.Wrap;
import org.soundcalc.io.estimate.Warning;

/**
 * The comparison for a person.
 *
 * @param style what the terminal can show
 * @param width its columns
 */
public record CompareTableWriter(Style style, int width) implements CompareWriter {
  @Override
  public void write(CompareReport report, Writer out) throws IOException {
    if (report.isPerCircuit()) {
      writeCircuits(report, out);
    } else {
      write(CompareTable.of(report), out);
    }
    for (String proviso : report.provisos().texts()) {
      write(proviso, Emphasis.CAUTION, out);
    }
    for (String note : CompareNotes.of(report)) {
      write(note, Emphasis.FAINT, out);
    }
    for (Warning warning : report.warnings()) {
      write("warning: " + warning.placed(), Emphasis.CAUTION, out);
    }
  }

  /** A table for each zkVM. */
  private void writeCircuits(CompareReport report, Writer out) throws IOException {
    for (int i = 0; i < report.zkvms().size(); i++) {
      write(report.titles().get(i), Emphasis.STRONG, out);
      out.append('\n');
      write(CompareTable.ofCircuits(report, report.zkvms().get(i)), out);
      out.append('\n');
    }
  }

  private void write(String text, Emphasis emphasis, Writer out) throws IOException {
    for (String line : Wrap.lines(text, width)) {
      out.append(style.apply(emphasis, line)).append('\n');
    }
  }

  private void write(TextTable table, Writer out) throws IOException {
    for (Line line : table.lines(width, style)) {
      out.append(line.text()).append('\n');
    }
  }
}
