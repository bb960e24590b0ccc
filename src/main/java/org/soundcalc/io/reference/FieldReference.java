package org.soundcalc.io.reference;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.TableBuilder;
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
    Document document = new Document(Document.Medium.TERMINAL);
    document.table(
        new TableBuilder<>(List.of(BaseField.values()))
            .add(Column.texts("base field"), base -> Cell.strong(base.tomlName()))
            .add(Column.names("prime p"), base -> Cell.of(base.form()))
            .add(Column.numbers("bits"), base -> Cell.of(base.bits()))
            .add(
                Column.numbers("2-adicity"),
                base -> joined(base, f -> String.valueOf(f.twoAdicity())))
            .add(Column.names("usual spellings"), base -> joined(base, Field::tomlName))
            .table(List.of()));
    document.space();
    document.text(LEGEND, Emphasis.NONE);
    document.space();
    for (BaseField base : BaseField.values()) {
      document.text(base.tomlName() + ": p = " + base.prime(), Emphasis.FAINT);
    }
    return document;
  }

  /** What is said of the usual extensions of a field, each word once. */
  private static Cell joined(BaseField base, Function<Field, String> word) {
    return Cell.of(
        base.usualDegrees().stream()
            .map(degree -> word.apply(new Field(base, degree)))
            .distinct()
            .collect(Collectors.joining(", ")));
  }
}
