package org.soundcalc.io.document;

/** Texts without characters that a terminal or a log obeys, or that nobody sees. */
public final class Visible {
  /** Stands for such a character, and takes a column. */
  public static final char REPLACEMENT = '\uFFFD';

  private static final int FIRST_UNUSUAL = 0x7F;
  private static final int IDEOGRAPHIC_SPACE = 0x3000;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;

  private Visible() {}

  /**
   * {@return the text on one line, with U+FFFD in place of each control character but tabs, line or
   * paragraph separator, control of the writing direction, other character without width, and blank
   * that looks like another one}
   *
   * @param text any, names and file names of strangers included
   */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHidden(text.codePointAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().forEach(c -> visible.appendCodePoint(isHidden(c) ? REPLACEMENT : c));
    return visible.toString();
  }

  /** Whether a character is obeyed, or not seen; joiners of letters and of emoji are seen there. */
  static boolean isHidden(int character) {
    if (character < FIRST_UNUSUAL) {
      return character < ' ' && character != '\t';
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> character != NON_JOINER && character != JOINER;
      case Character.SPACE_SEPARATOR -> character != IDEOGRAPHIC_SPACE; // it is wide
      default -> false;
    };
  }
}
