package org.soundcalc.report.recursion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.report.text.Cell;
import org.soundcalc.report.text.Column;
import org.soundcalc.report.text.DisplayWidth;
import org.soundcalc.report.text.Emphasis;
import org.soundcalc.report.text.Line;
import org.soundcalc.report.text.Style;
import org.soundcalc.report.text.TextTable;
import org.soundcalc.report.text.Wrap;

/** A tree of proofs as a table: how often each circuit is proven, and what its proofs cost. */
public final class TreeTables {
  /** Of the width, the part that may be branches. */
  private static final int PARTS = 4;

  private TreeTables() {}

  /** The tree with its figure and why it is what it is. */
  public static List<Line> lines(Tree tree, int width, Style style) {
    List<Line> lines = new ArrayList<>();
    add(TreeWords.headline(tree), Emphasis.STRONG, width, style, lines);
    if (tree.estimate().figure().isPresent()) {
      add(TreeWords.explanation(tree), Emphasis.NONE, width, style, lines);
    }
    lines.add(Line.EMPTY);
    lines.addAll(drawn(tree, width, style).lines(width, style));
    return lines;
  }

  private static void add(
      String text, Emphasis emphasis, int width, Style style, List<Line> lines) {
    for (String line : Wrap.lines(text, width)) {
      lines.add(new Line(style.apply(emphasis, line), DisplayWidth.of(line)));
    }
  }

  /** The tree with its branches, the final circuit first. */
  private static TextTable drawn(Tree tree, int width, Style style) {
    List<Column> columns = new ArrayList<>(List.of(Column.names("tree of proofs")));
    columns.add(Column.texts("verifies\nat once"));
    addFigures(columns);
    List<Branch> branches = tree.estimate().branches();
    List<List<Cell>> rows = new ArrayList<>();
    for (TreeLines.TreeLine line :
        TreeLines.of(branches, tree.estimate().root(), style.lines(), width / PARTS)) {
      List<Cell> row = new ArrayList<>(columns.size());
      if (line.circuit().isPresent()) {
        Branch branch = branches.get(line.circuit().getAsInt());
        String mark = tree.mark(branch).map(text -> " (" + text + ")").orElse("");
        row.add(new Cell(line.text() + mark, emphasis(tree, branch)));
        row.add(Cell.of(TreeWords.verifies(branch.node())));
        addFigures(branch, row);
      } else {
        row.add(new Cell(line.text(), Emphasis.FAINT));
        fill(columns.size(), row);
      }
      rows.add(row);
    }
    rows.add(whole(tree, 2));
    return new TextTable(columns, rows, List.of());
  }

  /** A row for each circuit, the final one first, with the names of those that it verifies. */
  public static TextTable flat(Tree tree) {
    List<Column> columns = new ArrayList<>(List.of(Column.names("circuit")));
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
      row.add(
          Cell.of(
              branch.node().verifies().stream()
                  .map(index -> branches.get(index).name())
                  .collect(Collectors.joining(", "))));
      row.add(Cell.of(TreeWords.verifies(branch.node())));
      addFigures(branch, row);
      rows.add(row);
    }
    rows.add(whole(tree, 3));
    return new TextTable(columns, rows, List.of());
  }

  /** What stands below the flat table. */
  public static String explanation(Tree tree) {
    return TreeWords.explanation(tree);
  }

  private static Emphasis emphasis(Tree tree, Branch branch) {
    return tree.mark(branch).isPresent() ? Emphasis.BINDING : Emphasis.NONE;
  }

  private static void addFigures(List<Column> columns) {
    columns.add(Column.numbers("proofs"));
    columns.add(Column.texts("regime"));
    columns.add(Column.numbers("bits,\none"));
    columns.add(Column.numbers("bits,\nall"));
    columns.add(Column.numbers("share of\nerror"));
  }

  private static void addFigures(Branch branch, List<Cell> row) {
    row.add(Cell.of(TreeWords.count(branch.proofs())));
    row.add(Cell.of(branch.figures().map(figures -> figures.regime().name()).orElse("none")));
    row.add(Cell.of(branch.hundredthBitsOfOne().map(TreeWords::decimal).orElse("")));
    row.add(Cell.of(branch.hundredthBitsOfAll().map(TreeWords::decimal).orElse("")));
    row.add(Cell.of(branch.share().map(TreeWords::percent).orElse("")));
  }

  private static List<Cell> whole(Tree tree, int columnsBefore) {
    List<Cell> row = new ArrayList<>(List.of(Cell.strong("whole tree")));
    fill(columnsBefore, row);
    row.add(Cell.strong(TreeWords.count(tree.estimate().proofs())));
    fill(columnsBefore + 3, row);
    row.add(Cell.strong(tree.estimate().figure().map(TreeWords::decimal).orElse("")));
    row.add(Cell.of(""));
    return row;
  }

  private static void fill(int size, List<Cell> row) {
    while (row.size() < size) {
      row.add(Cell.of(""));
    }
  }
}
