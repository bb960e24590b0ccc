package org.soundcalc.io.estimate;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.io.document.Markdown;
import org.soundcalc.io.document.MarkdownTable;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.recursion.TreeTables;
import org.soundcalc.io.recursion.TreeWords;

/** The report for a repository or an issue: the same tables in Markdown, as GitHub renders it. */
public record MarkdownWriter() implements ReportWriter {
  private static final TermTables TERMS = new TermTables("");

  @Override
  public void write(Report report, Writer out) throws IOException {
    if (report.zkvms().size() > 1) {
      out.append("# Soundness estimates\n\n");
      MarkdownTable.write(Tables.zkvms(report.zkvms()), out);
      out.append('\n');
    }
    for (String proviso : report.provisos().markdown()) {
      out.append(proviso).append("\n\n");
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
    for (String caveat : report.caveats()) {
      out.append("\n> **Warning:** ").append(Markdown.escape(caveat)).append('\n');
    }
  }

  private static void write(ZkvmReport zkvm, Writer out) throws IOException {
    out.append("## ").append(Markdown.escape(zkvm.title())).append("\n\n");
    MarkdownTable.write(Tables.zkvms(List.of(zkvm)), out);
    for (Warning warning : zkvm.warnings()) {
      out.append("\n> **Warning:** ").append(Markdown.escape(warning.message())).append('\n');
    }
    if (!zkvm.shown().isEmpty()) {
      out.append("\n### Circuits\n\n");
      MarkdownTable.write(Tables.circuits(zkvm), out);
    }
    if (zkvm.hint().isPresent()) {
      out.append('\n').append(Markdown.escape(zkvm.hint().get())).append('\n');
    }
    Optional<Tree> tree = Tree.of(zkvm.estimate());
    if (tree.isPresent()) {
      write(tree.get(), out);
    }
    for (CircuitEstimate circuit : zkvm.shown()) {
      if (circuit.figures().findAny().isPresent()) {
        out.append("\n### ").append(Markdown.escape(circuit.circuit().id().name())).append("\n\n");
        MarkdownTable.write(TERMS.folded(circuit), out);
        if (!circuit.grinding().sites().isEmpty()) {
          out.append('\n');
          MarkdownTable.write(GrindingTable.of(circuit.grinding()), out);
        }
      }
    }
  }

  private static void write(Tree tree, Writer out) throws IOException {
    out.append("\n### The whole tree\n\n");
    out.append(Markdown.escape(TreeWords.headline(tree))).append(".\n\n");
    MarkdownTable.write(TreeTables.flat(tree), out);
    if (tree.estimate().figure().isPresent()) {
      out.append('\n').append(Markdown.escape(TreeTables.explanation(tree))).append('\n');
    }
  }
}
