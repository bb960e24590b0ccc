package org.soundcalc.report.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that fits itself to a width: flexible columns are wrapped, the widest first.
 *
 * @param columns at least one
 * @param rows each with a cell for every column
 * @param notes remarks below it
 */
public record TextTable(List<Column> columns, List<List<Cell>> rows, List<String> notes) {
  /** Flexible columns are comfortable to read down to this width. */
  private static final int COMFORTABLE = 24;

  private static final int GAP = 2;

  /** The width at which nothing is wrapped. */
  public int naturalWidth() {
    return total(widths(Integer.MAX_VALUE));
  }

  /** The width at which only long names are wrapped. */
  int comfortableWidth() {
    return total(widths(COMFORTABLE));
  }

  /** The least width at which no word is broken. */
  public int leastWidth() {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = least(i);
    }
    return total(widths);
  }

  /** The table as lines no wider than {@code width}, as far as its rigid columns allow. */
  public List<Line> lines(int width, Style style) {
    int[] widths = widths(Integer.MAX_VALUE);
    shrink(widths, width);
    List<Line> lines = new ArrayList<>(rows.size() + 2);
    List<Cell> headings = new ArrayList<>(columns.size());
    columns.forEach(column -> headings.add(column.heading()));
    addHeadings(headings, widths, style, lines);
    lines.add(Line.rule(total(widths), style));
    rows.forEach(row -> addRow(row, widths, style, 0, lines));
    for (String note : notes) {
      for (String line : Wrap.lines(note, Math.max(total(widths), Math.min(width, COMFORTABLE)))) {
        lines.add(new Line(style.apply(Emphasis.FAINT, line), DisplayWidth.of(line)));
      }
    }
    return lines;
  }

  /** Headings of several lines stand at the bottom. */
  private void addHeadings(List<Cell> headings, int[] widths, Style style, List<Line> lines) {
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      height = Math.max(height, Wrap.lines(headings.get(i).text(), widths[i]).size());
    }
    addRow(headings, widths, style, height, lines);
  }

  private void addRow(
      List<Cell> row, int[] widths, Style style, int bottomOf, List<Line> lines) {
    List<List<String>> cells = new ArrayList<>(row.size());
    int height = bottomOf;
    for (int i = 0; i < widths.length; i++) {
      List<String> wrapped = Wrap.lines(row.get(i).text(), widths[i]);
      cells.add(wrapped);
      height = Math.max(height, wrapped.size());
    }
    for (int y = 0; y < height; y++) {
      Line.Builder line = new Line.Builder();
      for (int i = 0; i < widths.length; i++) {
        List<String> cell = cells.get(i);
        int from = bottomOf == 0 ? y : y - (height - cell.size());
        String text = from >= 0 && from < cell.size() ? cell.get(from) : "";
        addCell(text, row.get(i).emphasis(), i, widths[i], style, line);
      }
      lines.add(line.build());
    }
  }

  private void addCell(
      String text, Emphasis emphasis, int column, int width, Style style, Line.Builder line) {
    int taken = DisplayWidth.of(text);
    boolean right = columns.get(column).right();
    line.blanks((column == 0 ? 0 : GAP) + (right ? width - taken : 0));
    line.append(style.apply(emphasis, text), taken);
    line.blanks(right ? 0 : width - taken);
  }

  private int[] widths(int mostFlexible) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int natural = columns.get(i).heading().width();
      for (List<Cell> row : rows) {
        natural = Math.max(natural, row.get(i).width());
      }
      widths[i] = columns.get(i).flexible() ? Math.min(natural, mostFlexible) : natural;
    }
    return widths;
  }

  private void shrink(int[] widths, int width) {
    for (int excess = total(widths) - width; excess > 0; excess--) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean candidate = columns.get(i).flexible() && widths[i] > 1;
        if (candidate && (widest < 0 || slack(i, widths) > slack(widest, widths))) {
          widest = i;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  /** How far a column can still shrink before words break; below that, its width less a lot. */
  private int slack(int column, int[] widths) {
    int spare = widths[column] - least(column);
    return spare > 0 ? spare + widths[column] : widths[column] - Short.MAX_VALUE;
  }

  private int least(int column) {
    boolean flexible = columns.get(column).flexible();
    Cell heading = columns.get(column).heading();
    int least = flexible ? Wrap.longestPiece(heading.text()) : heading.width();
    for (List<Cell> row : rows) {
      Cell cell = row.get(column);
      least = Math.max(least, flexible ? Wrap.longestPiece(cell.text()) : cell.width());
    }
    return least;
  }

  private int total(int[] widths) {
    int total = GAP * (widths.length - 1);
    for (int width : widths) {
      total += width;
    }
    return total;
  }

}
