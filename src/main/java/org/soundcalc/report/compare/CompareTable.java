package org.soundcalc.report.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.analysis.compare.RegimeFigure;
import org.soundcalc.model.Regime;
import org.soundcalc.report.Figures;
import org.soundcalc.report.Headings;
import org.soundcalc.report.text.Cell;
import org.soundcalc.report.text.Column;
import org.soundcalc.report.text.Emphasis;
import org.soundcalc.report.text.TextTable;

/** What the table of a comparison holds, whatever it is drawn with. */
final class CompareTable {
  private static final Cell DASH = new Cell(Figures.DASH, Emphasis.FAINT);
  private static final Cell BLANK = Cell.of("");
  private static final String LEGEND =
      "+n: bits above the best proven figure, which are lost if what the regime assumes is false;"
          + " -n: bits below it";

  private CompareTable() {}

  /** All of it in one table. */
  static TextTable of(CompareReport report) {
    return new TextTable(columns(report, report.isPerCircuit()), rows(report), notes(report));
  }

  /** The circuits of one zkVM. */
  static TextTable ofCircuits(CompareReport report, List<ComparisonRow> circuits) {
    List<Column> columns = columns(report, true);
    List<List<Cell>> rows = new ArrayList<>();
    for (ComparisonRow row : circuits) {
      List<Cell> cells = cells(row);
      rows.add(cells.subList(1, cells.size()));
    }
    return new TextTable(columns.subList(1, columns.size()), rows, List.of());
  }

  private static List<Column> columns(CompareReport report, boolean perCircuit) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("zkVM"));
    if (perCircuit) {
      columns.add(Column.names("circuit"));
    }
    columns.add(Column.numbers("best\nproven"));
    for (Regime regime : report.regimes()) {
      columns.add(Column.numbers("").headed(Headings.of(regime)));
      if (!regime.isProven()) {
        columns.add(Column.numbers("gap"));
      }
    }
    return columns;
  }

  private static List<List<Cell>> rows(CompareReport report) {
    return report.rows().stream().map(CompareTable::cells).toList();
  }

  private static List<Cell> cells(ComparisonRow row) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.strong(row.zkvm()));
    row.circuit().ifPresent(name -> cells.add(Cell.of(name)));
    cells.add(row.proven().map(best -> Cell.strong(Long.toString(best.bits()))).orElse(DASH));
    row.figures().forEach(figure -> addFigure(figure, cells));
    return cells;
  }

  private static void addFigure(RegimeFigure figure, List<Cell> cells) {
    Emphasis emphasis = figure.regime().isProven() ? Emphasis.NONE : Emphasis.CAUTION;
    cells.add(
        figure.bits().isPresent()
            ? new Cell(Long.toString(figure.bits().getAsLong()), emphasis)
            : DASH);
    if (!figure.regime().isProven()) {
      cells.add(figure.gap().isPresent() ? Cell.of(signed(figure.gap().getAsLong())) : BLANK);
    }
  }

  private static String signed(long gap) {
    return gap > 0 ? "+" + gap : Long.toString(gap);
  }

  /** What the marks mean, what is assumed, and why figures are missing. */
  static List<String> notes(CompareReport report) {
    List<String> notes = new ArrayList<>();
    if (report.regimes().stream().anyMatch(regime -> !regime.isProven())) {
      notes.add(LEGEND);
    }
    report.regimes().forEach(regime -> Headings.caveat(regime).ifPresent(notes::add));
    Map<List<String>, Set<String>> regimes = new LinkedHashMap<>();
    zkvmsByDash(report)
        .forEach(
            (dash, zkvms) ->
                regimes
                    .computeIfAbsent(
                        List.of(String.join(", ", zkvms), dash.reason()),
                        key -> new LinkedHashSet<>())
                    .add(dash.regime()));
    regimes.forEach(
        (where, names) ->
            notes.add(
                "%s %s: %s: %s"
                    .formatted(
                        Figures.DASH, where.get(0), String.join(", ", names), where.get(1))));
    return notes;
  }

  private record Dash(String regime, String reason) {}

  private static Map<Dash, Set<String>> zkvmsByDash(CompareReport report) {
    Map<Dash, Set<String>> zkvms = new LinkedHashMap<>();
    for (ComparisonRow row : report.rows()) {
      for (RegimeFigure figure : row.figures()) {
        figure
            .reason()
            .map(reason -> new Dash(figure.regime().name(), reason))
            .ifPresent(
                dash -> zkvms.computeIfAbsent(dash, key -> new LinkedHashSet<>()).add(row.zkvm()));
      }
    }
    return zkvms;
  }
}
