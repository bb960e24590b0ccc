package org.soundcalc.io.document;

import java.util.List;

/**
 * A line as it is printed.
 *
 * @param text with escape sequences
 * @param width the columns that it takes on a terminal
 */
public record Line(String text, int width) {
  /** An empty line. */
  public static final Line EMPTY = new Line("", 0);

  /** A horizontal rule. */
  static Line rule(int width, Style style) {
    return new Line(style.apply(Emphasis.FAINT, style.rule(width)), width);
  }

  /**
   * Measures lines.
   *
   * @param lines any number of them
   * @return the width of the widest, or 0
   */
  public static int widest(List<Line> lines) {
    int widest = 0;
    for (Line line : lines) {
      widest = Math.max(widest, line.width());
    }
    return widest;
  }

  /** Builds a line from left to right; blanks at its end are left out. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int width;
    private int blanks;

    void blanks(int count) {
      blanks += count;
    }

    void append(String styled, int itsWidth) {
      if (itsWidth > 0) {
        text.append(" ".repeat(blanks)).append(styled);
        width += blanks + itsWidth;
        blanks = 0;
      }
    }

    Line build() {
      return new Line(text.toString(), width);
    }
  }
}
