package org.soundcalc.io.compare;

import java.io.IOException;
import java.io.Writer;
import org.soundcalc.io.document.Markdown;
import org.soundcalc.io.document.MarkdownTable;
import org.soundcalc.io.estimate.Warning;

/** The comparison to paste into a post. */
public record CompareMarkdownWriter() implements CompareWriter {
  @Override
  public void write(CompareReport report, Writer out) throws IOException {
    MarkdownTable.write(CompareTable.of(report), out);
    for (String proviso : report.provisos().markdown()) {
      out.append('\n').append(proviso).append('\n');
    }
    for (String note : CompareNotes.of(report)) {
      out.append('\n').append(Markdown.escape(note)).append('\n');
    }
    for (Warning warning : report.warnings()) {
      out.append("\n> **Warning:** ").append(Markdown.escape(warning.placed())).append('\n');
    }
  }
}
