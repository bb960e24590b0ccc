package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Table;

/** A tree of proofs as a table: how often each circuit is proven, and what its proofs cost. */
final class TreeTables {
  /** Names the row of the tree itself. */
  static final String WHOLE = "whole tree";

  private TreeTables() {}

  /** A row for each circuit, the final one first, with the names of those that it verifies. */
  static Table flat(Tree tree) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.names("circuit"));
    columns.add(Column.names("verifies"));
    columns.add(Column.texts("at once"));
    addFigures(columns);
    List<Branch> branches = tree.estimate().branches();
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = branches.size() - 1; i >= 0; i--) {
      Branch branch = branches.get(i);
      String mark = tree.mark(branch).map(text -> " (" + text + ")").orElse("");
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(new Cell(branch.name() + mark, emphasis(tree, branch)));
      row.add(Cell.of(String.join(", ", tree.verified(branch))));
      row.add(Cell.of(TreeWords.verifies(branch.node())));
      addFigures(branch, row);
      rows.add(row);
    }
    rows.add(whole(tree, 3));
    return new Table(columns, rows);
  }

  /** How a circuit's name stands out. */
  static Emphasis emphasis(Tree tree, Branch branch) {
    return tree.mark(branch).isPresent() ? Emphasis.MARKED : Emphasis.NONE;
  }

  /** Adds the columns of a circuit's figures. */
  static void addFigures(List<Column> columns) {
    columns.add(Column.numbers("proofs"));
    columns.add(Column.texts("regime"));
    columns.add(Column.numbers("bits,\none"));
    columns.add(Column.numbers("bits,\nall"));
    columns.add(Column.numbers("share of\nerror"));
  }

  /** Adds a circuit's figures. */
  static void addFigures(Branch branch, List<Cell> row) {
    row.add(Cell.of(TreeWords.count(branch.proofs())));
    row.add(Cell.of(branch.figures().map(figures -> figures.regime().name()).orElse("none")));
    row.add(decimal(branch.hundredthBitsOfOne()));
    row.add(decimal(branch.hundredthBitsOfAll()));
    row.add(Cell.of(branch.share().map(TreeWords::percent).orElse("")));
  }

  private static Cell decimal(Optional<Long> hundredths) {
    return hundredths.isPresent() ? Cell.of(TreeWords.decimal(hundredths.get())) : Cell.BLANK;
  }

  /** The row of the tree itself. */
  static List<Cell> whole(Tree tree, int columnsBefore) {
    List<Cell> row = new ArrayList<>(List.of(Cell.strong(WHOLE)));
    fill(columnsBefore, row);
    row.add(Cell.strong(TreeWords.count(tree.estimate().proofs())));
    fill(columnsBefore + 3, row);
    row.add(Cell.strong(tree.estimate().figure().map(TreeWords::decimal).orElse("")));
    row.add(Cell.BLANK);
    return row;
  }

  /** Adds blank cells. */
  static void fill(int size, List<Cell> row) {
    while (row.size() < size) {
      row.add(Cell.BLANK);
    }
  }
}
