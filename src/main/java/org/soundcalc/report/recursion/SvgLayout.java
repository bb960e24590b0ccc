package org.soundcalc.report.recursion;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.report.text.DisplayWidth;

/**
 * Where everything stands in a drawing: the final circuit at the top, each other one below all that
 * verify it.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param heading the lines above the boxes
 * @param boxes one for each circuit, in their order
 */
record SvgLayout(int width, int height, List<String> heading, List<Box> boxes) {
  /** The size of letters. */
  static final int FONT = 14;

  /** From line to line. */
  static final int LEADING = 20;

  /** Around everything. */
  static final int MARGIN = 24;

  /** How far a loop reaches out. */
  static final int LOOP = 40;

  private static final int LETTER = 8;
  private static final int GAP = 56;
  private static final int PADDING = 14;
  private static final int LONGEST_NAME = 48;

  /**
   * The box of a circuit.
   *
   * @param x its left side
   * @param y its upper side
   * @param lines its text
   */
  record Box(int x, int y, int width, int height, List<String> lines) {
    int middle() {
      return x + width / 2;
    }

    int bottom() {
      return y + height;
    }
  }

  /** Lays a tree out. */
  static SvgLayout of(Tree tree) {
    List<Branch> branches = tree.estimate().branches();
    List<String> heading =
        List.of(
            brief(tree.title()) + ": " + TreeWords.figure(tree.estimate()),
            TreeWords.size(tree.estimate()));
    List<List<Integer>> rows = new SvgRows(tree.estimate()).rows();
    List<List<String>> texts = new ArrayList<>();
    branches.forEach(branch -> texts.add(lines(tree, branch)));
    int widest = width(heading);
    for (List<Integer> row : rows) {
      widest = Math.max(widest, width(row, texts));
    }
    List<Box> boxes =
        new ArrayList<>(branches.stream().map(b -> new Box(0, 0, 0, 0, List.of())).toList());
    int y = MARGIN + heading.size() * LEADING + MARGIN;
    for (List<Integer> row : rows) {
      int x = MARGIN + (widest - width(row, texts)) / 2;
      int height = 0;
      for (int index : row) {
        Box box = box(x + LOOP, y, texts.get(index));
        boxes.set(index, box);
        x += box.width() + 2 * LOOP;
        height = Math.max(height, box.height());
      }
      y += height + GAP;
    }
    return new SvgLayout(widest + 2 * MARGIN, y - GAP + MARGIN, heading, List.copyOf(boxes));
  }

  /** The heading as one text. */
  String title() {
    return String.join(", ", heading);
  }

  private static List<String> lines(Tree tree, Branch branch) {
    List<String> lines = new ArrayList<>(List.of(brief(branch.name())));
    lines.addAll(TreeWords.details(branch));
    tree.mark(branch).ifPresent(lines::add);
    return List.copyOf(lines);
  }

  private static Box box(int x, int y, List<String> lines) {
    return new Box(x, y, width(lines) + 2 * PADDING, lines.size() * LEADING + LEADING / 2, lines);
  }

  private static int width(List<Integer> row, List<List<String>> texts) {
    return row.stream().mapToInt(i -> width(texts.get(i)) + 2 * PADDING + 2 * LOOP).sum();
  }

  private static int width(List<String> lines) {
    return LETTER * lines.stream().mapToInt(DisplayWidth::of).max().orElse(0);
  }

  private static String brief(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "...";
  }
}
