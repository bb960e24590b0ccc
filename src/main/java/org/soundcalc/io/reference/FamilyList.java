package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.model.Family;

/**
 * A line for each proof system.
 *
 * @param style what the terminal can show
 * @param width its columns
 */
public record FamilyList(Style style, int width) implements ReferenceWriter {
  @Override
  public void write(List<Family> families, Writer out) throws IOException {
    Page page = new Page(style, width, out);
    List<Column> columns =
        List.of(Column.texts("family"), Column.names("proof system"), Column.names("sources"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Family family : families) {
      rows.add(
          List.of(
              Cell.strong(family.name()), Cell.of(family.summary()), Cell.of(Sources.of(family))));
    }
    page.add(new TextTable(columns, rows, List.of()));
    page.space();
    page.add(Sources.papers(families));
    page.space();
    page.add(
        "The keys of one, and their defaults: soundcalc families " + families.get(0).name(),
        Emphasis.FAINT);
  }
}
