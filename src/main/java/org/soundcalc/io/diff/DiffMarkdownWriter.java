package org.soundcalc.io.diff;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.document.Markdown;
import org.soundcalc.io.document.MarkdownTable;
import org.soundcalc.io.document.TextTable;

/** The difference for a pull request: a headline, tables, and the terms to be unfolded. */
public record DiffMarkdownWriter() implements DiffWriter {
  private static final DiffTables TABLES = new DiffTables(Signs.BRACKETED);

  /** More terms than these are folded. */
  private static final int FEW_TERMS = 8;

  @Override
  public void write(DiffReport report, Writer out) throws IOException {
    out.append("## Soundness").append(Markdown.escape(headline(report))).append('\n');
    if (report.moved().isEmpty()) {
      return;
    }
    String notCompared = report.notComparedText();
    if (!report.hasRegressions() && !notCompared.isEmpty()) {
      out.append("\nNot compared: ").append(Markdown.escape(notCompared)).append('\n');
    }
    write(TABLES.zkvms(report), out);
    for (ZkvmComparison zkvm : report.detailed()) {
      if (report.zkvms().size() > 1) {
        out.append("\n### ").append(Markdown.escape(zkvm.title())).append('\n');
      }
      write(zkvm, out);
    }
    if (report.hasRegressions()) {
      out.append("\n**Regressions**\n\n");
    }
    for (NamedRegression regression : report.named()) {
      String text = regression.text(report.zkvms().size() > 1);
      out.append("- regression: ").append(Markdown.escape(text)).append('\n');
    }
  }

  /** What follows the word soundness. */
  private static String headline(DiffReport report) {
    List<ZkvmComparison> moved = report.moved();
    if (moved.isEmpty()) {
      return ": no change";
    }
    int count = report.named().size();
    String regressions =
        switch (count) {
          case 0 -> "no regression";
          case 1 -> "1 regression";
          default -> count + " regressions";
        };
    String what =
        report.zkvms().size() == 1
            ? headline(moved.get(0))
            : ": " + moved.size() + " of " + report.zkvms().size() + " zkVMs changed";
    return what + "; " + regressions;
  }

  private static String headline(ZkvmComparison zkvm) {
    ZkvmDiff diff = zkvm.diff();
    if (diff.security().latest().isEmpty()) {
      return " of " + zkvm.title() + ": changed";
    }
    Figure bits = Figure.bits(diff.security().map(Security::bits), Sense.BITS);
    String unmoved = bits.sign().equals(Figure.SAME) ? ", as before" : "";
    String own = bits.values() + " bits" + signed(bits) + unmoved;
    return " of " + zkvm.title() + ": " + own + tree(zkvm);
  }

  /** What became of the tree's figure, where it moved. */
  private static String tree(ZkvmComparison zkvm) {
    Figure bits = TreeColumns.bits(zkvm);
    return zkvm.diff().treeFigure().isMoved()
        ? ", whole tree " + bits.values() + " bits" + signed(bits)
        : "";
  }

  private static String signed(Figure figure) {
    return Signs.inBrackets(figure).substring(figure.values().length());
  }

  private static void write(ZkvmComparison zkvm, Writer out) throws IOException {
    for (String remark : zkvm.remarks()) {
      out.append("\n> **Warning:** ").append(Markdown.escape(remark)).append('\n');
    }
    if (zkvm.movedCircuits().isEmpty()) {
      return;
    }
    write(TABLES.circuits(zkvm), out);
    TextTable parameters = DiffTables.parameters(zkvm);
    if (!parameters.rows().isEmpty()) {
      write(parameters, out);
    }
    writeTerms(DiffTableWriter.terms(zkvm, Signs.BRACKETED), out);
  }

  private static void writeTerms(List<TextTable> tables, Writer out) throws IOException {
    int count = tables.stream().mapToInt(table -> table.rows().size()).sum();
    boolean folded = count > FEW_TERMS;
    if (folded) {
      out.append("\n<details>\n<summary>Terms that moved</summary>\n");
    }
    for (TextTable table : tables) {
      write(table, out);
    }
    if (!tables.isEmpty()) {
      out.append("\n\\* binding term\n");
    }
    if (folded) {
      out.append("\n</details>\n");
    }
  }

  private static void write(TextTable table, Writer out) throws IOException {
    out.append('\n');
    MarkdownTable.write(table, out);
  }
}
