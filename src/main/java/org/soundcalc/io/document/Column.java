package org.soundcalc.io.document;

/**
 * A column of a table.
 *
 * @param heading its heading, which may hold line feeds
 * @param right whether its cells are aligned to the right
 * @param flexible whether its cells may be wrapped
 */
public record Column(Cell heading, boolean right, boolean flexible) {
  /** {@return a column of names, wrapped where room is short} */
  public static Column names(String heading) {
    return new Column(new Cell(heading, Emphasis.FAINT), false, true);
  }

  /** {@return a column of short texts, never wrapped} */
  public static Column texts(String heading) {
    return new Column(new Cell(heading, Emphasis.FAINT), false, false);
  }

  /** {@return a column of numbers} */
  public static Column numbers(String heading) {
    return new Column(new Cell(heading, Emphasis.FAINT), true, false);
  }

  /** {@return the same column with another heading} */
  public Column headed(Cell other) {
    return new Column(other, right, flexible);
  }
}
