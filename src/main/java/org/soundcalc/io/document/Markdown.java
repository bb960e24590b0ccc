package org.soundcalc.io.document;

/** Text for Markdown, as GitHub renders it. */
public final class Markdown {
  private static final String SPECIAL = "\\`*|<[]#~&";

  private Markdown() {}

  /** {@return the text without a meaning in Markdown, on one line} */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean emphasises = c == '_' && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
      if (SPECIAL.indexOf(c) >= 0 || emphasises) {
        escaped.append('\\');
      }
      escaped.append(c == '\n' ? ' ' : c);
    }
    return escaped.toString();
  }
}
