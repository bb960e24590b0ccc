package org.soundcalc.io.document;

/**
 * A cell of a table.
 *
 * @param text may hold line feeds; empty for an empty cell
 * @param emphasis of all of it
 */
public record Cell(String text, Emphasis emphasis) {
  /** A cell without emphasis. */
  public static Cell of(String text) {
    return new Cell(text, Emphasis.NONE);
  }

  /** A cell that is read first. */
  public static Cell strong(String text) {
    return new Cell(text, Emphasis.STRONG);
  }

  /** The width of its longest line. */
  int width() {
    if (text.indexOf('\n') < 0) {
      return DisplayWidth.of(text);
    }
    int width = 0;
    for (String line : text.split("\n", -1)) {
      width = Math.max(width, DisplayWidth.of(line));
    }
    return width;
  }
}
