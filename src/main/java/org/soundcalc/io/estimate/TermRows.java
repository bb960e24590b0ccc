package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Emphasis;

/**
 * The figures of terms: a row for each term in the order of the protocol, the same columns each.
 */
public final class TermRows {
  private final int columns;
  private final Map<String, List<Cell>> rows = new LinkedHashMap<>();

  /**
   * No terms yet.
   *
   * @param columns how many figures a term has
   */
  public TermRows(int columns) {
    this.columns = columns;
  }

  /**
   * Adds a figure. Where a term has none the cell is blank: a dash would ask for a reason, where a
   * regime just has terms of its own.
   *
   * @param term the term's name
   * @param column its column, from 0
   * @param figure the figure
   */
  public void put(String term, int column, Cell figure) {
    List<Cell> row = rows.get(term);
    if (row == null) {
      row = new ArrayList<>(Collections.nCopies(columns, Cell.BLANK));
      rows.put(term, row);
    }
    row.set(column, figure);
  }

  /**
   * Leaves rows out.
   *
   * @param terms the names of those to keep
   */
  public void retain(Set<String> terms) {
    rows.keySet().retainAll(terms);
  }

  /** {@return all rows, the term's name before its figures} */
  public List<List<Cell>> all() {
    List<List<Cell>> all = new ArrayList<>(rows.size());
    rows.forEach((name, figures) -> all.add(row(name, figures)));
    return all;
  }

  /** {@return the rows, runs of numbered rounds that have the same figures as one} */
  public List<List<Cell>> folded() {
    List<String> names = new ArrayList<>(rows.keySet());
    List<List<Cell>> folded = new ArrayList<>(names.size());
    for (int start = 0; start < names.size(); ) {
      List<Cell> figures = rows.get(names.get(start));
      Optional<RoundName> first = RoundName.parse(names.get(start));
      Optional<RoundName> last = first;
      int end = start + 1;
      while (last.isPresent() && end < names.size()) {
        Optional<RoundName> next = RoundName.parse(names.get(end));
        boolean follows = next.isPresent() && next.get().follows(last.get());
        if (!follows || !isSame(figures, rows.get(names.get(end)))) {
          break;
        }
        figures = binding(figures, rows.get(names.get(end)));
        last = next;
        end++;
      }
      String name = end - start == 1 ? names.get(start) : first.get().to(last.get());
      folded.add(row(name, figures));
      start = end;
    }
    return folded;
  }

  private static List<Cell> row(String name, List<Cell> figures) {
    List<Cell> row = new ArrayList<>(figures.size() + 1);
    row.add(Cell.of(name));
    row.addAll(figures);
    return row;
  }

  private static boolean isSame(List<Cell> some, List<Cell> others) {
    for (int i = 0; i < some.size(); i++) {
      Cell one = some.get(i);
      Cell other = others.get(i);
      if (!one.text().equals(other.text()) || !one.change().equals(other.change())) {
        return false;
      }
    }
    return true;
  }

  /** The figures of both, which are the same: binding where one of the two is. */
  private static List<Cell> binding(List<Cell> some, List<Cell> others) {
    List<Cell> cells = new ArrayList<>(some);
    for (int i = 0; i < cells.size(); i++) {
      if (others.get(i).emphasis() == Emphasis.BINDING) {
        cells.set(i, others.get(i));
      }
    }
    return cells;
  }
}
