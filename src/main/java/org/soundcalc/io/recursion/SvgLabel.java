package org.soundcalc.io.recursion;

import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.recursion.Branch;

/**
 * The text in a circuit's box.
 *
 * @param name the circuit's name, as much of it as a box may hold
 * @param details what it is in the tree, line by line
 * @param mark what must not be missed
 * @param loops whether the circuit verifies itself, which needs room beside the box
 */
record SvgLabel(String name, List<String> details, Optional<String> mark, boolean loops) {
  /** Nothing. */
  static final SvgLabel NONE = new SvgLabel("", List.of(), Optional.empty(), false);

  /** The most that names take, so that boxes stay boxes. */
  private static final int LONGEST_NAME = 30 * SvgText.SIZE;

  private static final int LONGEST_TITLE = 50 * SvgText.SIZE;
  private static final Brief BRIEF = new Brief(SvgText::boldWidth, "…");
  private static final int PADDING = 14;
  private static final int SPACE = 16;

  /** What there is to say of a circuit. */
  static SvgLabel of(Tree tree, Branch branch) {
    return new SvgLabel(
        BRIEF.of(branch.name(), LONGEST_NAME),
        TreeWords.details(branch),
        tree.mark(branch),
        branch.node().verifiesItself());
  }

  /** The lines above the boxes: one in bold type, and one below it. */
  static List<String> heading(Tree tree) {
    String title = BRIEF.of(tree.title(), LONGEST_TITLE);
    return List.of(
        title + ": " + TreeWords.figure(tree.estimate()), TreeWords.size(tree.estimate()));
  }

  /** The width of its box, an even number. */
  int width() {
    int widest = Math.max(SvgText.boldWidth(name), mark.map(SvgText::boldWidth).orElse(0));
    widest = Math.max(widest, details.stream().mapToInt(SvgText::width).max().orElse(0));
    return (widest + 1) / 2 * 2 + 2 * PADDING;
  }

  /** The width of its box with the room beside it. */
  int outerWidth() {
    return width() + 2 * (loops ? SvgLayout.LOOP : SPACE);
  }

  /** The height of its box. */
  int height() {
    int lines = 1 + details.size() + (mark.isPresent() ? 1 : 0);
    return lines * SvgLayout.LEADING + SvgLayout.LEADING / 2;
  }
}
