package org.soundcalc.io.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.compare.SetTotal;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.CsvDocument;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.BoundSet;

/**
 * What sets of theorems prove of zkVMs, beside each other.
 *
 * @param version the program's
 * @param provisos what the figures depend on beside the files
 * @param sets those compared
 * @param rows one for each zkVM
 * @param warnings what readers of the figures must know
 */
public record SetReport(
    String version,
    EstimateCaveats provisos,
    List<BoundSet> sets,
    List<Row> rows,
    List<Warning> warnings) {
  private static final List<String> CSV =
      List.of(
          "zkvm",
          "version",
          "source",
          "bounds",
          "bits",
          "decimal_bits",
          "regime",
          "circuit",
          "term",
          "caveats");

  /**
   * A zkVM.
   *
   * @param name from its file
   * @param version from its file
   * @param source where it comes from
   * @param totals one for each set; nothing where some circuit has no figure
   */
  public record Row(
      String name, Optional<String> version, String source, List<Optional<SetTotal>> totals) {}

  /**
   * {@return the comparison to be read}
   *
   * @param medium what it is read on
   */
  public Document document(Document.Medium medium) {
    Document document = new Document(medium);
    TableBuilder<Row> table =
        new TableBuilder<>(rows).add(Column.names("zkVM"), row -> Cell.strong(title(row)));
    for (int i = 0; i < sets.size(); i++) {
      int set = i;
      table
          .add(Column.numbers(sets.get(i).word()), row -> bits(row.totals.get(set)))
          .add(Column.names("binds"), row -> binds(row.totals.get(set)));
    }
    document.table(table.table(List.of()));
    provisos.addTo(document);
    for (Row row : rows) {
      row.totals.stream()
          .flatMap(total -> total.flatMap(SetTotal::unbounded).stream())
          .map(regime -> CompareNotes.unbounded(title(row), regime.name()))
          .distinct()
          .forEach(note -> document.text(note, Emphasis.FAINT));
    }
    warnings.forEach(warning -> document.warning(warning.placed()));
    return document;
  }

  private static String title(Row row) {
    return row.name + row.version.map(version -> " " + version).orElse("");
  }

  private static Cell bits(Optional<SetTotal> total) {
    return total
        .map(of -> Figures.decimalBits(of.weakest().binding()))
        .map(bits -> Cell.strong(CompareNotes.marked(bits, lacksListBound(total))))
        .orElse(Cell.DASH);
  }

  private static boolean lacksListBound(Optional<SetTotal> total) {
    return total.flatMap(SetTotal::unbounded).isPresent();
  }

  private static Cell binds(Optional<SetTotal> total) {
    return total
        .map(
            of ->
                Cell.of(
                    of.weakest().regime().name()
                        + ": "
                        + of.circuit()
                        + ", "
                        + of.weakest().binding().term().name()))
        .orElse(Cell.DASH);
  }

  /** {@return the comparison for programs: stable, additions only} */
  public JsonObject json() {
    JsonObject json = new JsonObject().put("soundcalc", version);
    provisos.addTo(json);
    return json.put("sets", sets.stream().map(BoundSet::word).toList())
        .putAll("rows", rows, SetReport::json)
        .putAll("warnings", warnings, Warning::json);
  }

  private static JsonObject json(Row row) {
    return new JsonObject()
        .put("zkvm", row.name)
        .put("version", row.version)
        .put("source", row.source)
        .putAll("totals", row.totals.stream().flatMap(Optional::stream).toList(), SetReport::json);
  }

  private static JsonObject json(SetTotal total) {
    JsonObject json =
        new JsonObject()
            .put("bounds", total.set().word())
            .put("bits", total.weakest().bits())
            .put("decimalBits", Figures.decimalBits(total.weakest().binding()))
            .put("regime", total.weakest().regime().name())
            .put("circuit", total.circuit())
            .put("binding", total.weakest().binding().term().name());
    return CompareJson.withCaveats(json, total.unbounded().isPresent());
  }

  /** {@return a row for each zkVM and set, figures that do not exist left empty} */
  public CsvDocument csv() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(CSV);
    for (Row row : rows) {
      for (int i = 0; i < sets.size(); i++) {
        lines.add(csv(row, sets.get(i), row.totals.get(i)));
      }
    }
    return new CsvDocument(lines);
  }

  private static List<String> csv(Row row, BoundSet set, Optional<SetTotal> total) {
    List<String> line =
        new ArrayList<>(List.of(row.name, row.version.orElse(""), row.source, set.word()));
    line.addAll(
        total
            .map(
                of ->
                    List.of(
                        Long.toString(of.weakest().bits()),
                        Figures.decimalBits(of.weakest().binding()).toString(),
                        of.weakest().regime().name(),
                        of.circuit(),
                        of.weakest().binding().term().name(),
                        CompareCsv.caveats(of.unbounded().isPresent())))
            .orElse(List.of("", "", "", "", "", "")));
    return line;
  }
}
