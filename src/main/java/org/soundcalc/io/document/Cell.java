package org.soundcalc.io.document;

/**
 * A cell of a table.
 *
 * @param text may hold line feeds; empty for an empty cell
 * @param change by how much a figure moved, such as {@code -2}; empty where it is no figure that
 *     may
 * @param emphasis of all of it
 */
public record Cell(String text, String change, Emphasis emphasis) {
  private static final int LONGEST = 1000;

  /**
   * Shortens what no table can hold, visibly: a name that nobody would read.
   *
   * @param text may hold line feeds; over a thousand characters are cut in their middle
   * @param change by how much a figure moved; empty where it is no figure that may
   * @param emphasis of all of it
   */
  public Cell {
    text = text.length() > LONGEST ? Brief.TEXT.of(text, Brief.LONGEST) : text;
  }

  /** An empty cell. */
  public static final Cell BLANK = of("");

  /** Stands for a figure that does not exist. */
  public static final Cell DASH = new Cell("–", Emphasis.FAINT);

  /**
   * A cell that is no figure that moved.
   *
   * @param text may hold line feeds
   * @param emphasis of all of it
   */
  public Cell(String text, Emphasis emphasis) {
    this(text, "", emphasis);
  }

  /**
   * A cell without emphasis.
   *
   * @param text may hold line feeds
   * @return the cell
   */
  public static Cell of(String text) {
    return new Cell(text, Emphasis.NONE);
  }

  /**
   * A number without emphasis.
   *
   * @param number the number
   * @return the cell
   */
  public static Cell of(long number) {
    return of(Long.toString(number));
  }

  /**
   * A cell that is read first.
   *
   * @param text may hold line feeds
   * @return the cell
   */
  public static Cell strong(String text) {
    return new Cell(text, Emphasis.STRONG);
  }

  /** The text on one line: no blank after the hyphen of a word that was broken there. */
  String line() {
    return text.replace("-\n", "-").replace('\n', ' ');
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
