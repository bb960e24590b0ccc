package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Line;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.io.document.Wrap;
import org.soundcalc.model.Paper;

/**
 * A text for a terminal, no line of it wider than the terminal.
 *
 * @param style what the terminal can show
 * @param width its columns
 * @param out where the text goes
 */
record Page(Style style, int width, Writer out) {
  /** Adds a paragraph. */
  void add(String text, Emphasis emphasis) throws IOException {
    for (String line : Wrap.lines(text, width)) {
      out.append(style.apply(emphasis, line)).append('\n');
    }
  }

  /** Adds a table. */
  void add(TextTable table) throws IOException {
    for (Line line : table.lines(width, style)) {
      out.append(line.text()).append('\n');
    }
  }

  /** Adds a line for each paper, where to find it. */
  void add(Collection<Paper> papers) throws IOException {
    for (Paper paper : papers) {
      add(paper.key() + ": " + paper.url(), Emphasis.FAINT);
    }
  }

  /** Adds an empty line. */
  void space() throws IOException {
    out.append('\n');
  }
}
