package org.soundcalc.io.reference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Medium;
import org.soundcalc.io.document.Table;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Field;

/** The base fields and how files spell their extensions. */
public final class FieldReference {
  private static final String LEGEND =
      "A domain has at most 2^(2-adicity) points; where there are two figures, it lies in the"
          + " extension field, and there is one for each spelling. Any extension degree from 1 to "
          + Field.MAX_DEGREE
          + " may be asked for: field = \"KoalaBear^8\".";

  private FieldReference() {}

  /** {@return all of them, for a terminal} */
  public static Document document() {
    List<Column> columns =
        List.of(
            Column.texts("base field"),
            Column.names("prime p"),
            Column.numbers("bits"),
            Column.numbers("2-adicity"),
            Column.names("usual spellings"));
    List<List<Cell>> rows = Arrays.stream(BaseField.values()).map(FieldReference::row).toList();
    Document document = new Document(Medium.TERMINAL);
    document.table(new Table(columns, rows));
    document.space();
    document.text(LEGEND, Emphasis.NONE);
    document.space();
    for (BaseField base : BaseField.values()) {
      document.text(base.tomlName() + ": p = " + base.prime(), Emphasis.FAINT);
    }
    return document;
  }

  private static List<Cell> row(BaseField base) {
    List<Field> fields = base.usualDegrees().stream().map(d -> new Field(base, d)).toList();
    Stream<String> adicities = fields.stream().map(f -> Integer.toString(f.twoAdicity()));
    return List.of(
        Cell.strong(base.tomlName()),
        Cell.of(base.form()),
        Cell.of(base.bits()),
        Cell.of(adicities.distinct().collect(Collectors.joining(", "))),
        Cell.of(fields.stream().map(Field::tomlName).collect(Collectors.joining(", "))));
  }
}
