package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import org.soundcalc.io.document.Markdown;
import org.soundcalc.io.document.MarkdownTable;
import org.soundcalc.model.Paper;

/** A line for each regime, for a repository or an issue. */
public record RegimeMarkdown() implements RegimeWriter {
  @Override
  public void write(RegimeReference reference, Writer out) throws IOException {
    MarkdownTable.write(reference.table(), out);
    out.append('\n');
    MarkdownTable.write(reference.coverage(), out);
    for (String caveat : reference.caveats()) {
      out.append("\n> **Warning:** ").append(Markdown.escape(caveat)).append('\n');
    }
    out.append('\n');
    for (Paper paper : reference.papers()) {
      String key = Markdown.escape(paper.key());
      out.append("- [").append(key).append("](").append(paper.url()).append(")\n");
    }
  }
}
