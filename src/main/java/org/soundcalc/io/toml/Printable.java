package org.soundcalc.io.toml;

import java.util.regex.Pattern;
import org.soundcalc.model.Glyphs;

/** Texts that a terminal may show. */
final class Printable {
  private static final int LONG = 60;
  private static final Pattern WHITESPACE = Pattern.compile("\\s+");

  private Printable() {}

  /** A character in quotes, or its code point where nothing would be seen. */
  static String character(int codePoint) {
    return isVisible(codePoint) ? "'" + text(codePoint) + "'" : String.format("U+%04X", codePoint);
  }

  /** Whether there is anything to see of a character. */
  static boolean isVisible(int codePoint) {
    return !Glyphs.isMissing(codePoint);
  }

  /** Those of {@link Glyphs}, but a blank has its place in a line. */
  private static boolean isUnseen(int codePoint) {
    return codePoint != ' ' && Glyphs.isMissing(codePoint);
  }

  private static String text(int codePoint) {
    return String.valueOf(Character.toChars(codePoint));
  }

  /** The text on one line, cut where it is long for a value; what is not seen as code points. */
  static String brief(String text) {
    return brief(text, LONG);
  }

  /** The text on one line of at most {@code length} characters. */
  static String brief(String text, int length) {
    // enough to fill one line, however large the text is
    String head = text.substring(0, Math.min(text.length(), 4 * length));
    String line = isPlain(head) ? head : visible(WHITESPACE.matcher(head.strip()).replaceAll(" "));
    int shown = Math.min(length, line.codePointCount(0, line.length()));
    String start = line.substring(0, line.offsetByCodePoints(0, shown));
    boolean whole = head.length() == text.length() && start.length() == line.length();
    return whole ? line : start + "...";
  }

  private static String visible(String line) {
    StringBuilder visible = new StringBuilder();
    line.codePoints()
        .forEach(
            point -> {
              if (isUnseen(point)) {
                visible.append(String.format("<U+%04X>", point));
              } else {
                visible.appendCodePoint(point);
              }
            });
    return visible.toString();
  }

  /** Most texts are, and need no pattern. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
