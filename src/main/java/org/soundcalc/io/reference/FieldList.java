package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Field;

/**
 * The base fields and how files spell their extensions.
 *
 * @param style what the terminal can show
 * @param width its columns
 */
public record FieldList(Style style, int width) {
  /**
   * Writes them all.
   *
   * @throws IOException if {@code out} cannot be written to
   */
  public void write(Writer out) throws IOException {
    Page page = new Page(style, width, out);
    List<Column> columns =
        List.of(
            Column.texts("base field"),
            Column.names("prime p"),
            Column.numbers("bits"),
            Column.numbers("2-adicity"),
            Column.names("usual spellings"));
    List<List<Cell>> rows = new ArrayList<>();
    for (BaseField base : BaseField.values()) {
      rows.add(row(base));
    }
    page.add(new TextTable(columns, rows, List.of()));
    page.space();
    page.add(
        "A domain has at most 2^(2-adicity) points; where there are two figures, it lies in the"
            + " extension field, and there is one for each spelling. Any extension degree from 1 to"
            + " "
            + Field.MAX_DEGREE
            + " may be asked for: field = \"KoalaBear^8\".",
        Emphasis.NONE);
    page.space();
    for (BaseField base : BaseField.values()) {
      page.add(base.tomlName() + ": p = " + base.prime(), Emphasis.FAINT);
    }
  }

  private static List<Cell> row(BaseField base) {
    Set<String> adicities = new LinkedHashSet<>();
    List<String> spellings = new ArrayList<>();
    for (int degree : base.usualDegrees()) {
      Field field = new Field(base, degree);
      adicities.add(Integer.toString(field.twoAdicity()));
      spellings.add(field.tomlName());
    }
    return List.of(
        Cell.strong(base.tomlName()),
        Cell.of(base.form()),
        Cell.of(Integer.toString(base.bits())),
        Cell.of(String.join(", ", adicities)),
        Cell.of(String.join(", ", spellings)));
  }
}
