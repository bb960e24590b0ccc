package org.soundcalc.io.document;

/** Texts without characters that a terminal or a log obeys instead of showing them. */
public final class Visible {
  /** Stands for such a character, and takes a column. */
  public static final char REPLACEMENT = '\uFFFD';

  private static final int FIRST_UNUSUAL = 0x7F;

  private Visible() {}

  /**
   * {@return the text on one line, with U+FFFD in place of each control character but tabs, line or
   * paragraph separator, and control of the writing direction}
   *
   * @param text any, names and file names of strangers included
   */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isObeyed(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = isObeyed(chars[i]) ? REPLACEMENT : chars[i];
    }
    return new String(chars);
  }

  /** Whether a character is obeyed; all of them are in the first plane. */
  static boolean isObeyed(int character) {
    if (character < FIRST_UNUSUAL) {
      return character < ' ' && character != '\t';
    }
    return Character.isISOControl(character)
        || character == 0x061C // Arabic letter mark
        || character == 0x200E // left-to-right and right-to-left mark
        || character == 0x200F
        || (character >= 0x2028 && character <= 0x202E) // separators, embeddings and overrides
        || (character >= 0x2066 && character <= 0x2069); // isolates
  }
}
