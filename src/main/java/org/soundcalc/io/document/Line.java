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

  /** A text that fits on a line. */
  static Line of(String text, Emphasis emphasis, Style style) {
    return new Line(style.apply(emphasis, text), DisplayWidth.of(text));
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

  /**
   * Adds blocks beside each other, without blanks at the ends of lines.
   *
   * @param widths of the blocks
   * @param gap between two
   */
  static void addBeside(List<List<Line>> blocks, int[] widths, int gap, List<Line> lines) {
    int height = 0;
    for (List<Line> block : blocks) {
      height = Math.max(height, block.size());
    }
    for (int y = 0; y < height; y++) {
      StringBuilder text = new StringBuilder();
      int width = 0;
      int start = 0;
      for (int i = 0; i < blocks.size(); i++) {
        Line part = y < blocks.get(i).size() ? blocks.get(i).get(y) : EMPTY;
        if (part.width() > 0) {
          text.append(" ".repeat(start - width)).append(part.text());
          width = start + part.width();
        }
        start += widths[i] + gap;
      }
      lines.add(new Line(text.toString(), width));
    }
  }
}
