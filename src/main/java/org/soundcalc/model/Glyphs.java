package org.soundcalc.model;

/** Which characters show something by themselves. */
public final class Glyphs {
  private Glyphs() {}

  /**
   * {@return whether nothing is seen of it: a control, a format, a separator, half of a character,
   * or one that nobody has assigned}
   *
   * @param codePoint of the character
   */
  public static boolean isMissing(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
