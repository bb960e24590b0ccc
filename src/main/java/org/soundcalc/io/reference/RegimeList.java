package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Style;

/**
 * A line for each regime, for a person.
 *
 * @param style what the terminal can show
 * @param width its columns
 */
public record RegimeList(Style style, int width) implements RegimeWriter {
  @Override
  public void write(RegimeReference reference, Writer out) throws IOException {
    Page page = new Page(style, width, out);
    page.add(reference.table());
    page.space();
    page.add(reference.coverage());
    page.space();
    for (String caveat : reference.caveats()) {
      page.add(caveat, Emphasis.CAUTION);
    }
    page.add("Only what is proven counts as a zkVM's security.", Emphasis.NONE);
    page.space();
    page.add(reference.papers());
  }
}
