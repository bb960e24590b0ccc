package org.soundcalc.io.recursion;

import java.util.List;
import org.soundcalc.io.document.DisplayWidth;

/**
 * How wide text is in a drawing, whatever font it is shown in: by classes of characters, each as
 * wide as its widest in the widest of the usual fonts, DejaVu Sans.
 */
final class SvgText {
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

  private SvgText() {}

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
