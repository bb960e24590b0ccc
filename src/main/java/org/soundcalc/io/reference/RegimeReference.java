package org.soundcalc.io.reference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.TableBuilder;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Headings;
import org.soundcalc.io.estimate.RegimeJson;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;

/**
 * The regimes, and which proof systems each of them covers.
 *
 * @param version the program's
 * @param regimes in the order of their ranks
 * @param families the proof systems there are
 */
public record RegimeReference(String version, List<Regime> regimes, List<Family> families) {
  /**
   * Makes a document of them.
   *
   * @param medium what it is read on
   * @return a line for each regime, then what it covers and what is known of it
   */
  public Document document(Document.Medium medium) {
    Document document = new Document(medium);
    document.table(table());
    document.space();
    document.table(coverage());
    document.space();
    regimes.forEach(regime -> Headings.caveat(regime).ifPresent(document::caveat));
    if (!document.isPage()) {
      document.text("Only proven regimes count towards a zkVM's security.", Emphasis.NONE);
      document.space();
    }
    // what the regimes rest on, then what their statuses do
    document.add(
        FamilyReference.papers(
            Stream.concat(
                regimes.stream().flatMap(regime -> regime.info().sources().stream()),
                regimes.stream()
                    .flatMap(regime -> regime.info().evidence().stream())
                    .flatMap(evidence -> evidence.sources().stream()))));
    return document;
  }

  private Table table() {
    return new TableBuilder<>(regimes)
        .add(Column.texts("regime"), regime -> Cell.strong(regime.name()))
        .add(
            Column.texts("status"),
            r -> new Cell(inShort(r.info()), Headings.emphasis(r, Emphasis.NONE)))
        .add(Column.names("meaning"), regime -> Cell.of(regime.info().summary()))
        .add(Column.names("sources"), regime -> Cell.of(dated(regime.info().sources())))
        .table(List.of());
  }

  /** In full below the table. */
  private static String inShort(RegimeInfo regime) {
    return regime.status().word() + (regime.remark().isEmpty() ? "" : " (preprint)");
  }

  private static String dated(List<Citation> sources) {
    return sources.stream().map(Citation::dated).collect(Collectors.joining("; "));
  }

  private Table coverage() {
    TableBuilder<Regime> table =
        new TableBuilder<>(regimes)
            .add(Column.texts("covers"), regime -> Cell.strong(regime.name()));
    for (Family family : families) {
      table.add(Column.texts(family.name()), r -> r.covers(family) ? Cell.of("yes") : Cell.DASH);
    }
    return table.table(List.of(Figures.DASH + " not defined"));
  }

  /** {@return the regimes for programs: stable, additions only} */
  public JsonObject json() {
    return new JsonObject()
        .put("soundcalc", version)
        .putAll("regimes", regimes, regime -> RegimeJson.of(regime).put("covers", covered(regime)));
  }

  private List<String> covered(Regime regime) {
    return families.stream().filter(regime::covers).map(Family::name).toList();
  }
}
