package org.soundcalc.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.report.text.Cell;
import org.soundcalc.report.text.Column;
import org.soundcalc.report.text.Emphasis;
import org.soundcalc.report.text.Markdown;
import org.soundcalc.report.text.TextTable;

/** The report for a repository or an issue: the same tables in Markdown, as GitHub renders it. */
public record MarkdownWriter() implements ReportWriter {
  private static final TermTables TERMS = new TermTables("");

  @Override
  public void write(Report report, Writer out) throws IOException {
    if (report.zkvms().size() > 1) {
      out.append("# Soundness estimates\n\n");
      write(Tables.zkvms(report.zkvms()), out);
      out.append('\n');
    }
    for (String setting : report.settings()) {
      out.append("> With `--set ")
          .append(setting.replace("`", "'"))
          .append("`, whatever the file says.\n\n");
    }
    boolean first = true;
    for (ZkvmReport zkvm : report.zkvms()) {
      if (zkvm.isLeftOut()) {
        continue;
      }
      out.append(first ? "" : "\n");
      write(zkvm, out);
      first = false;
    }
  }

  private static void write(ZkvmReport zkvm, Writer out) throws IOException {
    out.append("## ").append(Markdown.escape(zkvm.title())).append("\n\n");
    write(Tables.zkvms(List.of(zkvm)), out);
    for (Warning warning : zkvm.warnings()) {
      out.append("\n> **Warning:** ").append(Markdown.escape(warning.message())).append('\n');
    }
    if (!zkvm.shown().isEmpty()) {
      out.append("\n### Circuits\n\n");
      write(Tables.circuits(zkvm), out);
    }
    for (CircuitEstimate circuit : zkvm.shown()) {
      if (circuit.figures().findAny().isPresent()) {
        out.append("\n### ").append(Markdown.escape(circuit.circuit().id().name())).append("\n\n");
        write(TERMS.folded(circuit), out);
      }
    }
  }

  private static void write(TextTable table, Writer out) throws IOException {
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
    boolean bold = cell.emphasis() == Emphasis.STRONG || cell.emphasis() == Emphasis.BINDING;
    return bold ? "**" + Markdown.escape(cell.text()) + "**" : Markdown.escape(cell.text());
  }
}
