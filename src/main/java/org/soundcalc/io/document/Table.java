package org.soundcalc.io.document;

import java.util.List;

/**
 * A table, whatever it is drawn with.
 *
 * @param columns at least one
 * @param rows each with a cell for every column
 * @param notes remarks below it
 */
public record Table(List<Column> columns, List<List<Cell>> rows, List<String> notes) {
  /**
   * A table without notes.
   *
   * @param columns at least one
   * @param rows each with a cell for every column
   */
  public Table(List<Column> columns, List<List<Cell>> rows) {
    this(columns, rows, List.of());
  }
}
