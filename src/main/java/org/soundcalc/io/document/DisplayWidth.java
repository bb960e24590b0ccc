package org.soundcalc.io.document;

/** How many columns of a terminal a text takes: East Asian characters two, combining marks none. */
public final class DisplayWidth {
  private static final int FIRST_UNUSUAL = 0x300;

  /** Blocks of wide characters, as pairs of first and last code points. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60,
    0xFFE0, 0xFFE6, 0x1F300, 0x1FAFF, 0x20000, 0x3FFFD
  };

  private DisplayWidth() {}

  /**
   * Measures a text.
   *
   * @param text the text, on one line
   * @return the columns that it takes
   */
  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += of(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }

  /** The columns that one character takes. */
  static int of(int codePoint) {
    if (codePoint < FIRST_UNUSUAL) {
      return 1;
    }
    if (Visible.isHidden(codePoint)) {
      return 1; // of the replacement
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int i = 0; i < WIDE.length; i += 2) {
      if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }
}
