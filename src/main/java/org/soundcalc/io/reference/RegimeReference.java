package org.soundcalc.io.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Headings;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Regime;

/**
 * The regimes, and which proof systems each of them covers.
 *
 * @param version the program's
 * @param regimes in the order of their ranks
 * @param families the proof systems there are
 */
public record RegimeReference(String version, List<Regime> regimes, List<Family> families) {
  private static final Cell COVERED = Cell.of("yes");
  private static final Cell NOT_COVERED = new Cell(Figures.DASH, Emphasis.FAINT);

  /** The names of the proof systems that a regime covers. */
  List<String> coverage(Regime regime) {
    return families.stream().filter(regime::covers).map(Family::name).toList();
  }

  /** A line for each regime, whatever it is drawn with. */
  TextTable table() {
    List<Column> columns =
        List.of(
            Column.texts("regime"),
            Column.texts("status"),
            Column.names("assumes"),
            Column.names("sources"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Regime regime : regimes) {
      rows.add(
          List.of(
              Cell.strong(regime.name()),
              Headings.status(regime),
              Cell.of(regime.info().summary()),
              Cell.of(dated(regime.info().sources()))));
    }
    return new TextTable(columns, rows, List.of());
  }

  /** A column for each proof system. */
  TextTable coverage() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.texts("covers"));
    families.forEach(family -> columns.add(Column.texts(family.name())));
    List<List<Cell>> rows = new ArrayList<>();
    for (Regime regime : regimes) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.strong(regime.name()));
      families.forEach(family -> row.add(regime.covers(family) ? COVERED : NOT_COVERED));
      rows.add(row);
    }
    return new TextTable(columns, rows, List.of(Figures.DASH + " not defined for it"));
  }

  private static String dated(List<Citation> sources) {
    return sources.stream().map(Citation::dated).collect(Collectors.joining("; "));
  }

  /** Why some of them are not proven. */
  List<String> caveats() {
    return regimes.stream().map(Headings::caveat).flatMap(Optional::stream).toList();
  }

  /** What they and their statuses rest on, each paper once. */
  Set<Paper> papers() {
    Set<Paper> papers = new LinkedHashSet<>();
    for (Regime regime : regimes) {
      regime.info().sources().forEach(source -> papers.add(source.paper()));
    }
    for (Regime regime : regimes) {
      regime.info().evidence().stream()
          .flatMap(evidence -> evidence.sources().stream())
          .forEach(source -> papers.add(source.paper()));
    }
    return papers;
  }
}
