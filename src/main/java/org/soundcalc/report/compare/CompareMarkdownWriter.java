package org.soundcalc.report.compare;

import java.io.IOException;
import java.io.Writer;
import org.soundcalc.report.Warning;
import org.soundcalc.report.text.Markdown;
import org.soundcalc.report.text.MarkdownTable;

/** The comparison to paste into a post. */
public record CompareMarkdownWriter() implements CompareWriter {
  @Override
  public void write(CompareReport report, Writer out) throws IOException {
    MarkdownTable.write(CompareTable.of(report), out);
    for (Warning warning : report.warnings()) {
      out.append("\n> **Warning:** ").append(Markdown.escape(warning.message())).append('\n');
    }
  }
}
