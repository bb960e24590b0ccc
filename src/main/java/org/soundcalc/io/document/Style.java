package org.soundcalc.io.document;

/**
 * What a terminal can show.
 *
 * @param colour whether escape sequences are welcome
 * @param lines whether rules are drawn with box characters, or else with hyphens
 */
public record Style(boolean colour, boolean lines) {
  /** For files and pipes. */
  public static final Style PLAIN = new Style(false, false);

  private static final String ESCAPE = "\u001b[";
  private static final String RESET = ESCAPE + "0m";

  /**
   * Emphasises a text where colour is allowed; what a terminal would obey is replaced.
   *
   * @param emphasis how
   * @param text the text
   * @return it with escape sequences, or as it is
   */
  public String apply(Emphasis emphasis, String text) {
    String visible = Visible.of(text);
    return colour && emphasis != Emphasis.NONE && !text.isEmpty()
        ? ESCAPE + emphasis.code() + "m" + visible + RESET
        : visible;
  }

  /** A horizontal rule of this width. */
  String rule(int width) {
    return (lines ? "─" : "-").repeat(width);
  }
}
