package org.soundcalc.io.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table with a row for each thing of a kind, made column by column.
 *
 * @param <T> the kind
 */
public final class TableBuilder<T> {
  private final List<T> things;
  private final List<Column> columns = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * No columns yet.
   *
   * @param things one for each row
   */
  public TableBuilder(List<T> things) {
    this.things = things;
    things.forEach(thing -> rows.add(new ArrayList<>()));
  }

  /**
   * Adds a column to the right.
   *
   * @param column the column
   * @param cell what it says of a thing
   * @return this builder
   */
  public TableBuilder<T> add(Column column, Function<? super T, Cell> cell) {
    columns.add(column);
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).add(cell.apply(things.get(i)));
    }
    return this;
  }

  /**
   * Makes the table.
   *
   * @param notes remarks below it
   * @return the table
   */
  public Table table(List<String> notes) {
    return new Table(columns, rows, notes);
  }
}
