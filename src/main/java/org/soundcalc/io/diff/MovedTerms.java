package org.soundcalc.io.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.analysis.diff.CircuitDiff;
import org.soundcalc.analysis.diff.RegimeDiff;
import org.soundcalc.analysis.diff.TermDiff;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.io.estimate.Headings;
import org.soundcalc.io.estimate.RoundName;

/**
 * The terms of a circuit that moved, as rows with a column for each regime that covers both sides.
 *
 * @param circuit the circuit's name
 * @param columns the regimes
 * @param rows in the order of the protocol, runs of numbered rounds with equal figures folded
 */
record MovedTerms(String circuit, List<RegimeDiff> columns, List<Row> rows) {
  /** A dash would ask for a reason, where a regime just has terms of its own. */
  private static final Figure NONE = new Figure("", "", Emphasis.NONE);

  /**
   * A term, or a run of them.
   *
   * @param name the term's, or {@code commit rounds 1-5}
   * @param figures one for each column
   */
  record Row(String name, List<Figure> figures) {}

  /** The terms that moved under some regime. */
  static MovedTerms of(CircuitDiff circuit) {
    List<RegimeDiff> columns =
        circuit.regimes().stream().filter(regime -> regime.total().isMatched()).toList();
    Map<String, List<Figure>> figures = new LinkedHashMap<>();
    Set<String> moved = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      for (TermDiff term : columns.get(i).terms()) {
        figures
            .computeIfAbsent(
                term.name(), name -> new ArrayList<>(Collections.nCopies(columns.size(), NONE)))
            .set(i, Figure.term(term.figure()));
        if (term.isMoved()) {
          moved.add(term.name());
        }
      }
    }
    figures.keySet().retainAll(moved);
    List<Row> rows = new ArrayList<>(figures.size());
    figures.forEach((name, ofName) -> rows.add(new Row(name, List.copyOf(ofName))));
    return new MovedTerms(circuit.name(), columns, folded(rows));
  }

  private static List<Row> folded(List<Row> rows) {
    List<Row> result = new ArrayList<>(rows.size());
    for (int start = 0; start < rows.size(); ) {
      int end = endOfRun(rows, start);
      Row first = rows.get(start);
      result.add(
          end - start == 1
              ? first
              : new Row(numbered(first).to(numbered(rows.get(end - 1))), first.figures()));
      start = end;
    }
    return List.copyOf(result);
  }

  private static RoundName numbered(Row row) {
    return RoundName.parse(row.name()).orElseThrow();
  }

  private static int endOfRun(List<Row> rows, int start) {
    int end = start + 1;
    while (end < rows.size()
        && follows(rows.get(end - 1), rows.get(end))
        && rows.get(end).figures().equals(rows.get(start).figures())) {
      end++;
    }
    return end;
  }

  private static boolean follows(Row previous, Row next) {
    Optional<RoundName> number = RoundName.parse(previous.name());
    return number.isPresent()
        && RoundName.parse(next.name()).filter(n -> n.follows(number.get())).isPresent();
  }

  /** The rows as a table. */
  TextTable table(Signs signs) {
    Columns table = new Columns();
    table.add(
        Column.names("").headed(Cell.strong(circuit)),
        rows.stream().map(row -> Cell.of(row.name())).toList());
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      table.add(
          Column.numbers("").headed(Headings.of(columns.get(i).regime())),
          signs.column(rows.stream().map(row -> row.figures().get(column)).toList()));
    }
    return table.table(DiffRemarks.multiplicities(columns));
  }
}
