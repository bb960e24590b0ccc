package org.soundcalc.io.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as text that fits itself to a width: it wraps headings and the cells of flexible columns.
 *
 * @param columns at least one
 * @param rows each with a cell for every column, changes in their texts
 * @param notes remarks below it
 */
public record TextTable(List<Column> columns, List<List<Cell>> rows, List<String> notes) {
  /** Flexible columns are comfortable to read down to this width. */
  private static final int COMFORTABLE = 24;

  private static final int GAP = 2;

  /**
   * Makes the texts of a table's cells: marks before them, and in each column changes one below the
   * other.
   *
   * @param table the table
   * @return the same table for a terminal
   */
  public static TextTable of(Table table) {
    int[] widest = new int[table.columns().size()];
    for (List<Cell> row : table.rows()) {
      for (int i = 0; i < widest.length; i++) {
        widest[i] = Math.max(widest[i], row.get(i).change().length());
      }
    }
    List<List<Cell>> rows = new ArrayList<>(table.rows().size());
    for (List<Cell> row : table.rows()) {
      List<Cell> cells = new ArrayList<>(row);
      for (int i = 0; i < widest.length; i++) {
        cells.set(i, marked(row.get(i), widest[i]));
      }
      rows.add(cells);
    }
    return new TextTable(table.columns(), rows, table.notes());
  }

  private static Cell marked(Cell cell, int widestChange) {
    if (cell.emphasis() == Emphasis.BINDING) {
      return new Cell("*" + cell.text(), Emphasis.BINDING);
    }
    if (widestChange == 0 || cell.text().isEmpty()) {
      return cell;
    }
    String padding = " ".repeat(GAP + widestChange - cell.change().length());
    return new Cell(cell.text() + padding + cell.change(), cell.emphasis());
  }

  /** The width at which only long names are wrapped. */
  int comfortableWidth() {
    return total(limited(widths(false, false), COMFORTABLE));
  }

  /** {@return the least width at which no number is broken, and words before capitals only} */
  public int leastWidth() {
    return total(widths(true, true));
  }

  /**
   * The table as lines no wider than {@code width}. Where there is no room for columns, each row
   * becomes a record with a line for each of its cells, and an empty line between two.
   *
   * @param width columns of a line
   * @param style what the terminal can show
   * @return the lines, from the top
   */
  public List<Line> lines(int width, Style style) {
    int[] widths = widths(false, false);
    if (total(widths) <= width) {
      return columnLines(widths, width, true, style);
    }
    if (columns.size() > 2 && leastWidth() > width) {
      TextTable records = records();
      return records.columnLines(records.shrunk(width), width, false, style);
    }
    return columnLines(shrunk(width), width, true, style);
  }

  private List<Line> columnLines(int[] widths, int width, boolean hasHeadings, Style style) {
    List<Line> lines = new ArrayList<>(rows.size() + 2);
    if (hasHeadings) {
      List<Cell> headings = new ArrayList<>(columns.size());
      for (Column column : columns) {
        headings.add(column.heading());
      }
      addRow(headings, widths, 0, style, lines);
      lines.add(Line.of(style.rule(total(widths)), Emphasis.FAINT, style));
    }
    for (List<Cell> row : rows) {
      addRow(row, widths, Wrap.INDENT, style, lines);
    }
    for (String note : notes) {
      int room = Math.max(total(widths), Math.min(width, COMFORTABLE));
      for (String line : Wrap.lines(note, room)) {
        lines.add(Line.of(line, Emphasis.FAINT, style));
      }
    }
    return lines;
  }

  private TextTable records() {
    List<List<Cell>> cells = new ArrayList<>();
    for (List<Cell> row : rows) {
      if (!cells.isEmpty()) {
        cells.add(List.of(Cell.of(""), Cell.of("")));
      }
      for (int i = 0; i < columns.size(); i++) {
        if (!row.get(i).text().isEmpty()) {
          String heading = columns.get(i).heading().line();
          cells.add(List.of(new Cell(heading, Emphasis.FAINT), row.get(i)));
        }
      }
    }
    return new TextTable(List.of(Column.names(""), Column.names("")), cells, notes);
  }

  private void addRow(List<Cell> row, int[] widths, int indent, Style style, List<Line> lines) {
    List<List<Line>> cells = new ArrayList<>(row.size());
    for (int i = 0; i < widths.length; i++) {
      List<Line> cell = new ArrayList<>(1);
      for (String text : Wrap.lines(row.get(i).text(), widths[i], indent)) {
        Line line = Line.of(text, row.get(i).emphasis(), style);
        boolean isMoved = columns.get(i).right() && line.width() > 0;
        String before = " ".repeat(isMoved ? widths[i] - line.width() : 0);
        cell.add(new Line(before + line.text(), before.length() + line.width()));
      }
      cells.add(cell);
    }
    Line.addBeside(cells, widths, GAP, lines);
  }

  /** The widths of columns whose headings, and whose cells if flexible, may be wrapped. */
  private int[] widths(boolean wrapsHeadings, boolean wrapsCells) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      Cell heading = columns.get(i).heading();
      int width = wrapsHeadings ? Wrap.leastWidth(heading.text(), 0) : heading.width();
      boolean wraps = wrapsCells && columns.get(i).flexible();
      for (List<Cell> row : rows) {
        Cell cell = row.get(i);
        width = Math.max(width, wraps ? Wrap.leastWidth(cell.text(), Wrap.INDENT) : cell.width());
      }
      widths[i] = width;
    }
    return widths;
  }

  private int[] limited(int[] widths, int mostFlexible) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).flexible() ? Math.min(widths[i], mostFlexible) : widths[i];
    }
    return widths;
  }

  /** Takes width from headings, else from where the fewest cells get wrapped, else from words. */
  private int[] shrunk(int width) {
    int[] widths = widths(false, false);
    shrink(widths, widths(true, false), width);
    shrink(widths, widths(true, true), width);
    shrink(widths, limited(widths(true, true), 1), width);
    return widths;
  }

  private void shrink(int[] widths, int[] least, int width) {
    for (int excess = total(widths) - width; excess > 0; excess--) {
      int chosen = -1;
      int fewest = Integer.MAX_VALUE;
      for (int i = 0; i < widths.length; i++) {
        int wrapped = widths[i] > least[i] ? countWider(i, widths[i] - 1) : Integer.MAX_VALUE;
        if (wrapped < fewest) {
          chosen = i;
          fewest = wrapped;
        }
      }
      if (chosen < 0) {
        return;
      }
      widths[chosen]--;
    }
  }

  private int countWider(int column, int width) {
    int count = 0;
    for (List<Cell> row : rows) {
      count += row.get(column).width() > width ? 1 : 0;
    }
    return count;
  }

  private static int total(int[] widths) {
    int total = GAP * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return total;
  }
}
