package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.Line;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.document.Table;
import org.soundcalc.io.document.TextTable;
import org.soundcalc.io.document.Wrap;
import org.soundcalc.io.recursion.TreeLines.Entry;

/**
 * A tree with its branches and figures, the final circuit first. Where there is no room for both
 * side by side, the figures stand below the tree.
 *
 * @param tree the tree
 */
record TreeTable(Tree tree) implements Block.Drawing {
  /** Of the width, the part that may be branches. */
  private static final int PARTS = 4;

  /** The least columns that a name may have beside figures. */
  private static final int LEAST_NAME = 12;

  /** The columns that headings take where each figure has a line of its own, and the gap there. */
  private static final int WIDTH_OF_KEYS = "verifies at once".length() + 2;

  private static final String TREE = "tree of proofs";
  private static final String WHOLE = "whole tree";

  @Override
  public List<Line> lines(int width, Style style) {
    int besides = width - widthOfFigures();
    int room = Math.max(TreeLines.LEAST_WIDTH, besides);
    TextTable table = withFigures(TREE, TreeLines.of(tree, style.lines(), room, width / PARTS));
    if (table.leastWidth() <= width) {
      return table.lines(width, style);
    }
    List<List<Cell>> rows = new ArrayList<>();
    List<Entry> circuits = new ArrayList<>();
    int roomBelow = besides < LEAST_NAME ? width - WIDTH_OF_KEYS : besides;
    for (Entry entry : TreeLines.of(tree, style.lines(), width, width / 2)) {
      rows.add(List.of(name(entry)));
      if (entry.circuit().isPresent()) {
        List<String> name = Wrap.lines(branch(entry).name(), roomBelow);
        circuits.add(new Entry(String.join("\n", name), entry.circuit()));
      }
    }
    TextTable alone = TextTable.of(new Table(List.of(Column.texts(TREE)), rows));
    List<Line> lines = new ArrayList<>(alone.lines(width, style));
    lines.add(Line.EMPTY);
    lines.addAll(withFigures("circuit", circuits).lines(width, style));
    return lines;
  }

  /** The columns that figures take, with the gap before them. */
  private int widthOfFigures() {
    List<Entry> nameless = new ArrayList<>();
    for (int i = 0; i < tree.estimate().branches().size(); i++) {
      nameless.add(new Entry("", OptionalInt.of(i)));
    }
    int widest = 0;
    for (Line line : withFigures("", nameless).lines(Integer.MAX_VALUE, Style.PLAIN)) {
      widest = Math.max(widest, line.width());
    }
    return widest - WHOLE.length();
  }

  private TextTable withFigures(String heading, List<Entry> entries) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.texts(heading));
    columns.add(Column.texts("verifies\nat once"));
    addFigures(columns);
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      List<Cell> row = new ArrayList<>(columns.size());
      row.add(name(entry));
      if (entry.circuit().isPresent()) {
        row.add(Cell.of(TreeWords.verifies(branch(entry).node())));
        addFigures(branch(entry), row);
      }
      fill(columns.size(), row);
      rows.add(row);
    }
    rows.add(whole(2));
    return TextTable.of(new Table(columns, rows));
  }

  private Cell name(Entry entry) {
    Emphasis emphasis = entry.circuit().isPresent() ? emphasis(branch(entry)) : Emphasis.FAINT;
    return new Cell(entry.text(), emphasis);
  }

  private Branch branch(Entry entry) {
    return tree.estimate().branches().get(entry.circuit().orElseThrow());
  }

  /** A row for each circuit, the final one first, with the names of those that it verifies. */
  Table flat() {
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
      row.add(new Cell(branch.name() + mark, emphasis(branch)));
      row.add(Cell.of(String.join(", ", tree.verified(branch))));
      row.add(Cell.of(TreeWords.verifies(branch.node())));
      addFigures(branch, row);
      rows.add(row);
    }
    rows.add(whole(3));
    return new Table(columns, rows);
  }

  private Emphasis emphasis(Branch branch) {
    return tree.mark(branch).isPresent() ? Emphasis.MARKED : Emphasis.NONE;
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
    row.add(decimal(branch.hundredthBitsOfOne()));
    row.add(decimal(branch.hundredthBitsOfAll()));
    row.add(Cell.of(branch.share().map(TreeWords::percent).orElse("")));
  }

  private static Cell decimal(Optional<Long> hundredths) {
    return hundredths.isPresent() ? Cell.of(TreeWords.decimal(hundredths.get())) : Cell.BLANK;
  }

  private List<Cell> whole(int columnsBefore) {
    List<Cell> row = new ArrayList<>(List.of(Cell.strong(WHOLE)));
    fill(columnsBefore, row);
    row.add(Cell.strong(TreeWords.count(tree.estimate().proofs())));
    fill(columnsBefore + 3, row);
    row.add(Cell.strong(tree.estimate().figure().map(TreeWords::decimal).orElse("")));
    row.add(Cell.BLANK);
    return row;
  }

  private static void fill(int size, List<Cell> row) {
    while (row.size() < size) {
      row.add(Cell.BLANK);
    }
  }
}
