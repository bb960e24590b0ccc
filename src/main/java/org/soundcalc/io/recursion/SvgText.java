package org.soundcalc.io.recursion;

import org.soundcalc.io.document.DisplayWidth;

/**
 * How wide text is in a drawing, whatever font it is shown in: by classes of characters, each as
 * wide as its widest in the widest of the usual fonts, DejaVu Sans.
 */
final class SvgText {
  /** The size of letters. */
  static final int SIZE = 14;

  private static final String SLENDER = "J '.,:;|/\\Iijl-";
  private static final String NARROW = "\"!()[]*`_frt";
  private static final String BROAD = "ABCDEFGHKLNOPQRSTUVXYZ#&+<=>^~×";
  private static final int FIRST_UNUSUAL = 0x7F;

  /** Of a bold letter's width, in hundredths. */
  private static final int REGULAR = 93;

  private static final int PERCENT = 100;

  private SvgText() {}

  /** The width of a text in bold type. */
  static int boldWidth(String text) {
    return roundedUp(hundredths(text) * SIZE, PERCENT);
  }

  /** The width of a text. */
  static int width(String text) {
    return roundedUp(hundredths(text) * SIZE * REGULAR, PERCENT * PERCENT);
  }

  /** The width in bold type, in hundredths of the type's size. */
  private static long hundredths(String text) {
    return text.codePoints().mapToLong(SvgText::hundredths).sum();
  }

  private static int hundredths(int character) {
    if (SLENDER.indexOf(character) >= 0) {
      return 42;
    }
    if (NARROW.indexOf(character) >= 0) {
      return 54;
    }
    if (BROAD.indexOf(character) >= 0) {
      return 91;
    }
    if ("MWmw@%".indexOf(character) >= 0) {
      return 111;
    }
    if (character < FIRST_UNUSUAL) {
      return 72;
    }
    // not in every font, so that it may come from any other
    return DisplayWidth.of(Character.toString(character)) == 0 ? 0 : 135;
  }

  private static int roundedUp(long dividend, long divisor) {
    return Math.toIntExact((dividend + divisor - 1) / divisor);
  }
}
