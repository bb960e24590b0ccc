package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.document.Brief;
import org.soundcalc.io.document.DisplayWidth;

/**
 * The text in a circuit's box, and how wide text is in a drawing, whatever font it is shown in: by
 * classes of characters, each as wide as its widest in the widest of the usual fonts, DejaVu Sans.
 *
 * @param name the circuit's name, as much of it as a box may hold
 * @param details what it is in the tree, line by line
 * @param mark what must not be missed
 * @param loops whether the circuit verifies itself, which needs room beside the box
 */
record SvgText(String name, List<String> details, Optional<String> mark, boolean loops) {
  /** The size of letters. */
  static final int SIZE = 14;

  /** Characters that are about as wide as each other, from the slender to the widest. */
  private static final List<String> CLASSES =
      List.of("J '.,:;|/\\Iijl-", "\"!()[]*`_frt", "ABCDEFGHKLNOPQRSTUVXYZ#&+<=>^~×", "MWmw@%");

  /** The widths of the classes in bold type, in hundredths of its size. */
  private static final List<Integer> WIDTHS = List.of(42, 54, 91, 111);

  private static final int USUAL_WIDTH = 72;
  private static final int GREATEST_WIDTH = 135;
  private static final int FIRST_UNUSUAL = 0x7F;

  /** Of a bold letter's width, in hundredths. */
  private static final int REGULAR = 93;

  private static final int PERCENT = 100;

  /** The most that names take, so that boxes stay boxes. */
  private static final int LONGEST_NAME = 30 * SIZE;

  private static final int LONGEST_TITLE = 50 * SIZE;
  private static final Brief BRIEF = new Brief(SvgText::boldWidth, "…");
  private static final int PADDING = 14;
  private static final int SPACE = 16;

  /** What there is to say of a circuit. */
  static SvgText of(Tree tree, Branch branch) {
    return new SvgText(
        BRIEF.of(branch.name(), LONGEST_NAME),
        TreeWords.details(branch),
        tree.mark(branch),
        branch.node().verifiesItself());
  }

  /** The lines above the boxes: one in bold type, and others below it. */
  static List<String> heading(Tree tree) {
    List<String> lines = new ArrayList<>();
    String title = BRIEF.of(tree.title(), LONGEST_TITLE);
    lines.add(title + ": " + TreeWords.figure(tree.estimate()));
    lines.add(TreeWords.size(tree.estimate()));
    lines.addAll(tree.standings());
    return lines;
  }

  /** The width of its box, an even number. */
  int width() {
    int widest = Math.max(boldWidth(name), mark.map(SvgText::boldWidth).orElse(0));
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

  /** The width of a text in bold type. */
  static int boldWidth(String text) {
    return width(text, PERCENT);
  }

  /** The width of a text. */
  static int width(String text) {
    return width(text, REGULAR);
  }

  private static int width(String text, int percent) {
    long width = text.codePoints().mapToLong(SvgText::hundredths).sum() * SIZE * percent;
    int unit = PERCENT * PERCENT;
    return Math.toIntExact((width + unit - 1) / unit);
  }

  /** The width in bold type, in hundredths of the type's size. */
  private static int hundredths(int character) {
    for (int i = 0; i < CLASSES.size(); i++) {
      if (CLASSES.get(i).indexOf(character) >= 0) {
        return WIDTHS.get(i);
      }
    }
    if (character < FIRST_UNUSUAL) {
      return USUAL_WIDTH;
    }
    // not in every font, so that it may come from any other
    return DisplayWidth.of(Character.toString(character)) == 0 ? 0 : GREATEST_WIDTH;
  }
}
