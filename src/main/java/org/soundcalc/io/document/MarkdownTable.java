package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tables in Markdown, as GitHub renders them. */
public final class MarkdownTable {
  private static final Set<Emphasis> BOLD =
      EnumSet.of(Emphasis.STRONG, Emphasis.BINDING, Emphasis.ERROR);

  private MarkdownTable() {}

  /**
   * Writes a table and the notes below it.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  public static void write(TextTable table, Writer out) throws IOException {
    for (Column column : table.columns()) {
      out.append("| ").append(Markdown.escape(column.heading().text())).append(' ');
    }
    out.append("|\n");
    for (Column column : table.columns()) {
      out.append(column.right() ? "| ---: " : "| --- ");
    }
    out.append("|\n");
    for (List<Cell> row : table.rows()) {
      for (Cell cell : row) {
        out.append("| ").append(text(cell)).append(' ');
      }
      out.append("|\n");
    }
    for (String note : table.notes()) {
      out.append('\n').append(Markdown.escape(note)).append('\n');
    }
  }

  private static String text(Cell cell) {
    return BOLD.contains(cell.emphasis())
        ? "**" + Markdown.escape(cell.text()) + "**"
        : Markdown.escape(cell.text());
  }
}
