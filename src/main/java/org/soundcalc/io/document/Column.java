package org.soundcalc.io.document;

/**
 * A column of a table.
 *
 * @param heading its heading, which may hold line feeds
 * @param right whether its cells are aligned to the right
 * @param flexible whether its cells may be wrapped
 */
public record Column(Cell heading, boolean right, boolean flexible) {
  /**
   * A column of names, wrapped where room is short.
   *
   * @param heading its heading
   * @return the column
   */
  public static Column names(String heading) {
    return new Column(new Cell(heading, Emphasis.FAINT), false, true);
  }

  /**
   * A column of short texts, never wrapped.
   *
   * @param heading its heading
   * @return the column
   */
  public static Column texts(String heading) {
    return new Column(new Cell(heading, Emphasis.FAINT), false, false);
  }

  /**
   * A column of numbers.
   *
   * @param heading its heading
   * @return the column
   */
  public static Column numbers(String heading) {
    return new Column(new Cell(heading, Emphasis.FAINT), true, false);
  }

  /**
   * Puts another heading above a column.
   *
   * @param other the heading
   * @return the same column with it
   */
  public Column headed(Cell other) {
    return new Column(other, right, flexible);
  }
}
