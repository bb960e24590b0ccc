package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Emphasis;

/**
 * The figures of terms: a row for each term in the order of the protocol, the same columns each.
 */
public final class TermRows {
  private static final int MOST_DIGITS = 9;

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
    rows.computeIfAbsent(term, t -> new ArrayList<>(Collections.nCopies(columns, Cell.BLANK)))
        .set(column, figure);
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
    for (int start = 0, end; start < names.size(); start = end) {
      List<Cell> figures = rows.get(names.get(start));
      end = start + 1;
      while (end < names.size()
          && names.get(end).equals(next(names.get(end - 1)))
          && isSame(figures, rows.get(names.get(end)))) {
        figures = bindingOf(figures, rows.get(names.get(end)));
        end++;
      }
      folded.add(row(run(names.get(start), names.get(end - 1)), figures));
    }
    return folded;
  }

  /** The name of the round after a numbered one; empty after any other term. */
  private static String next(String name) {
    int digits = name.lastIndexOf(' ') + 1;
    boolean numbered = digits > 1 && name.charAt(digits - 2) != ' ' && digits < name.length();
    numbered &= name.length() <= digits + MOST_DIGITS;
    for (int i = digits; i < name.length(); i++) {
      numbered &= name.charAt(i) >= '0' && name.charAt(i) <= '9';
    }
    int number = numbered ? Integer.parseInt(name.substring(digits)) : 0;
    String rounds = name.substring(0, digits);
    return numbered && name.equals(rounds + number) ? rounds + (number + 1) : "";
  }

  /** Such as {@code commit rounds 1-5}. */
  private static String run(String first, String last) {
    int space = first.lastIndexOf(' ');
    return first.equals(last)
        ? first
        : first.substring(0, space)
            + "s"
            + first.substring(space)
            + "-"
            + last.substring(space + 1);
  }

  private static List<Cell> row(String name, List<Cell> figures) {
    List<Cell> row = new ArrayList<>(figures.size() + 1);
    row.add(Cell.of(name));
    row.addAll(figures);
    return row;
  }

  private static boolean isSame(List<Cell> some, List<Cell> others) {
    for (int i = 0; i < some.size(); i++) {
      if (!some.get(i).text().equals(others.get(i).text())
          || !some.get(i).change().equals(others.get(i).change())) {
        return false;
      }
    }
    return true;
  }

  /** Figures that are the same in both, binding where one of the two is. */
  private static List<Cell> bindingOf(List<Cell> some, List<Cell> others) {
    List<Cell> figures = new ArrayList<>(others);
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i).emphasis() == Emphasis.BINDING) {
        figures.set(i, some.get(i));
      }
    }
    return figures;
  }
}
