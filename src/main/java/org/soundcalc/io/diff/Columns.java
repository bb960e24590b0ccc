package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.TextTable;

/** A table that is built column by column, since signs are aligned within one. */
final class Columns {
  private final List<Column> columns = new ArrayList<>();
  private final List<List<Cell>> cells = new ArrayList<>();

  void add(Column column, List<Cell> itsCells) {
    columns.add(column);
    cells.add(itsCells);
  }

  TextTable table(List<String> notes) {
    int count = cells.get(0).size();
    List<List<Cell>> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      List<Cell> row = new ArrayList<>(cells.size());
      for (List<Cell> column : cells) {
        row.add(column.get(i));
      }
      rows.add(row);
    }
    return new TextTable(List.copyOf(columns), rows, notes);
  }
}
