package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
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

  /** The columns that headings take where each figure has a line of its own, and the gap there. */
  private static final int WIDTH_OF_KEYS = "verifies at once".length() + 2;

  private static final String TREE = "tree of proofs";
  private static final String WHOLE = "whole tree";

  private static final List<Column> FIGURES =
      List.of(
          Column.numbers("proofs"),
          Column.texts("regime"),
          Column.numbers("bits,\none"),
          Column.numbers("bits,\nall"),
          Column.numbers("share of\nerror"));

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
    int roomBelow = besides < TreeLines.LEAST_NAME ? width - WIDTH_OF_KEYS : besides;
    for (Entry entry : TreeLines.of(tree, style.lines(), width, width / 2)) {
      rows.add(List.of(name(entry)));
      if (entry.circuit().isPresent()) {
        List<String> name = Wrap.lines(entry.circuit().get().name(), roomBelow);
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
    List<Entry> nameless =
        tree.estimate().branches().stream().map(b -> new Entry("", Optional.of(b))).toList();
    List<Line> lines = withFigures("", nameless).lines(Integer.MAX_VALUE, Style.PLAIN);
    return Line.widest(lines) - WHOLE.length();
  }

  private TextTable withFigures(String heading, List<Entry> entries) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      String verifies = entry.circuit().map(b -> TreeWords.verifies(b.node())).orElse("");
      rows.add(row(entry.circuit(), name(entry), Cell.of(verifies)));
    }
    return TextTable.of(table(rows, Column.texts(heading), Column.texts("verifies\nat once")));
  }

  private Cell name(Entry entry) {
    return new Cell(entry.text(), entry.circuit().map(this::emphasis).orElse(Emphasis.FAINT));
  }

  /** A row for each circuit, the final one first, with the names of those that it verifies. */
  Table flat() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Branch branch : tree.estimate().branches()) {
      String mark = tree.mark(branch).map(text -> " (" + text + ")").orElse("");
      Cell name = new Cell(branch.name() + mark, emphasis(branch));
      Cell verified = Cell.of(String.join(", ", tree.verified(branch)));
      Cell verifies = Cell.of(TreeWords.verifies(branch.node()));
      rows.add(row(Optional.of(branch), name, verified, verifies));
    }
    Collections.reverse(rows);
    return table(rows, Column.names("circuit"), Column.names("verifies"), Column.texts("at once"));
  }

  private Emphasis emphasis(Branch branch) {
    return tree.mark(branch).isPresent() ? Emphasis.MARKED : Emphasis.NONE;
  }

  /** The figures of a circuit right of other cells, or blanks where none is given. */
  private static List<Cell> row(Optional<Branch> circuit, Cell... before) {
    List<Cell> row = new ArrayList<>(List.of(before));
    row.addAll(
        circuit.map(TreeTable::figures).orElse(Collections.nCopies(FIGURES.size(), Cell.BLANK)));
    return row;
  }

  private static List<Cell> figures(Branch branch) {
    return List.of(
        branch.proofs().signum() > 0 ? Cell.of(TreeWords.count(branch.proofs())) : Cell.DASH,
        Cell.of(branch.figures().map(figures -> figures.regime().name()).orElse("none")),
        Cell.of(branch.hundredthBitsOfOne().map(TreeWords::decimal).orElse("")),
        Cell.of(branch.hundredthBitsOfAll().map(TreeWords::decimal).orElse("")),
        Cell.of(branch.share().map(TreeWords::percent).orElse("")));
  }

  /** Adds the columns of the figures, and the row of the whole. */
  private Table table(List<List<Cell>> rows, Column... before) {
    List<Column> columns = new ArrayList<>(List.of(before));
    columns.addAll(FIGURES);
    Optional<Long> bits = tree.estimate().figure().map(TreeEstimate.Figure::hundredthBits);
    List<Cell> whole = new ArrayList<>(Collections.nCopies(columns.size(), Cell.BLANK));
    whole.set(0, Cell.strong(WHOLE));
    whole.set(before.length, Cell.strong(TreeWords.count(tree.estimate().proofs())));
    whole.set(before.length + 3, Cell.strong(bits.map(TreeWords::decimal).orElse("")));
    if (tree.estimate().isCounted()) {
      rows.add(whole);
    }
    return new Table(columns, rows);
  }
}
