package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Line;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.io.document.Wrap;
import org.soundcalc.io.recursion.TreeLines.Entry;

/** A tree of proofs as a table: how often each circuit is proven, and what its proofs cost. */
public final class TreeTables {
  /** Of the width, the part that may be branches. */
  private static final int PARTS = 4;

  /** The least columns that a name may have beside figures. */
  private static final int LEAST_NAME = 12;

  /** The columns that headings take where each figure has a line of its own, and the gap there. */
  private static final int WIDTH_OF_KEYS = "verifies at once".length() + 2;

  private static final String TREE = "tree of proofs";
  private static final String WHOLE = "whole tree";

  private TreeTables() {}

  /** The tree with its figure and why it is what it is. */
  public static List<Line> lines(Tree tree, int width, Style style) {
    List<Line> lines = new ArrayList<>();
    add(TreeWords.headline(tree), Emphasis.STRONG, width, style, lines);
    if (tree.estimate().figure().isPresent()) {
      add(TreeWords.explanation(tree), Emphasis.NONE, width, style, lines);
    }
    lines.add(Line.EMPTY);
    lines.addAll(drawn(tree, width, style));
    return lines;
  }

  private static void add(
      String text, Emphasis emphasis, int width, Style style, List<Line> lines) {
    for (String line : Wrap.lines(text, width)) {
      lines.add(new Line(style.apply(emphasis, line), DisplayWidth.of(line)));
    }
  }

  /**
   * The tree with its branches and figures, the final circuit first. Where there is no room for
   * both side by side, the figures stand below the tree.
   */
  private static List<Line> drawn(Tree tree, int width, Style style) {
    int besides = width - widthOfFigures(tree);
    int room = Math.max(TreeLines.LEAST_WIDTH, besides);
    List<Entry> entries = TreeLines.of(tree, style.lines(), room, width / PARTS);
    TextTable table = withFigures(tree, TREE, entries);
    if (table.leastWidth() <= width) {
      return table.lines(width, style);
    }
    List<List<Cell>> rows = new ArrayList<>();
    List<Entry> circuits = new ArrayList<>();
    int roomBelow = besides < LEAST_NAME ? width - WIDTH_OF_KEYS : besides;
    for (Entry entry : TreeLines.of(tree, style.lines(), width, width / 2)) {
      rows.add(List.of(name(tree, entry)));
      if (entry.circuit().isPresent()) {
        List<String> name = Wrap.lines(branch(tree, entry).name(), roomBelow);
        circuits.add(new Entry(String.join("\n", name), entry.circuit()));
      }
    }
    List<Column> column = List.of(Column.texts(TREE));
    List<Line> lines = new ArrayList<>(new TextTable(column, rows, List.of()).lines(width, style));
    lines.add(Line.EMPTY);
    lines.addAll(withFigures(tree, "circuit", circuits).lines(width, style));
    return lines;
  }

  /** The columns that figures take, with the gap before them. */
  private static int widthOfFigures(Tree tree) {
    List<Entry> nameless =
        IntStream.range(0, tree.estimate().branches().size())
            .mapToObj(i -> new Entry("", OptionalInt.of(i)))
            .toList();
    List<Line> lines = withFigures(tree, "", nameless).lines(Integer.MAX_VALUE, Style.PLAIN);
    return lines.stream().mapToInt(Line::width).max().orElseThrow() - WHOLE.length();
  }

  private static TextTable withFigures(Tree tree, String heading, List<Entry> entries) {
    List<Column> columns = new ArrayList<>(List.of(Column.texts(heading)));
    columns.add(Column.texts("verifies\nat once"));
    addFigures(columns);
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(name(tree, entry));
      if (entry.circuit().isPresent()) {
        Branch branch = branch(tree, entry);
        row.add(Cell.of(TreeWords.verifies(branch.node())));
        addFigures(branch, row);
      }
      fill(columns.size(), row);
      rows.add(row);
    }
    rows.add(whole(tree, 2));
    return new TextTable(columns, rows, List.of());
  }

  private static Cell name(Tree tree, Entry entry) {
    Emphasis emphasis =
        entry.circuit().isPresent() ? emphasis(tree, branch(tree, entry)) : Emphasis.FAINT;
    return new Cell(entry.text(), emphasis);
  }

  private static Branch branch(Tree tree, Entry entry) {
    return tree.estimate().branches().get(entry.circuit().orElseThrow());
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
    List<Cell> row = new ArrayList<>(List.of(Cell.strong(WHOLE)));
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
