package org.soundcalc.io.toml;

import org.soundcalc.io.toml.TomlCursor.MalformedException;

/** Reads a text in quotes. */
final class TomlString {
  /** What may follow a backslash, and what it stands for. */
  private static final String ESCAPES = "btnfre\"\\";

  private static final String ESCAPED = "\b\t\n\f\r\u001B\"\\";

  private final TomlCursor cursor;
  private final int start;
  private final char quote;
  private final boolean multiline;

  /** What is something special within these quotes. */
  private final String stops;

  private final StringBuilder value = new StringBuilder();
  private boolean sound = true;

  private TomlString(TomlCursor cursor, boolean multilineAllowed) {
    this.cursor = cursor;
    this.start = cursor.at();
    this.quote = cursor.next();
    this.multiline = multilineAllowed && cursor.take(quotes(2));
    this.stops = quote + "\\\r\n\0";
  }

  /** Whether a text begins here. */
  static boolean isAt(TomlCursor cursor) {
    return cursor.peek() == '"' || cursor.peek() == '\'';
  }

  /**
   * Passes over a text.
   *
   * @param multilineAllowed whether it may have several lines, as values may and keys may not
   */
  static String read(TomlCursor cursor, boolean multilineAllowed) throws MalformedException {
    return new TomlString(cursor, multilineAllowed).read();
  }

  private String read() throws MalformedException {
    String end = quotes(multiline ? 3 : 1);
    if (multiline) {
      cursor.takeLineEnd();
    }
    value.append(cursor.until(stops));
    while (!cursor.take(end)) {
      if (multiline ? cursor.atEnd() : cursor.atLineEnd()) {
        error(start, "this text has no closing " + end);
        throw new MalformedException();
      }
      char c = cursor.next();
      if (c == '\\' && quote == '"') {
        readEscape(cursor.at() - 1);
      } else {
        value.append(c);
      }
      value.append(cursor.until(stops));
    }
    // up to two quotes may stand before the three at the end
    for (int more = 0; multiline && more < 2 && cursor.take(quotes(1)); more++) {
      value.append(quote);
    }
    return value.toString();
  }

  private String quotes(int number) {
    return String.valueOf(quote).repeat(number);
  }

  private void readEscape(int backslash) {
    int known = ESCAPES.indexOf(cursor.peek());
    if (known >= 0) {
      cursor.next();
      value.append(ESCAPED.charAt(known));
      return;
    }
    switch (cursor.peek()) {
      case 'x' -> readCodePoint(backslash, 2);
      case 'u' -> readCodePoint(backslash, 4);
      case 'U' -> readCodePoint(backslash, 8);
      case ' ', '\t', '\r', '\n' -> skipLineEnds(backslash);
      default -> noEscape(backslash);
    }
  }

  private void readCodePoint(int backslash, int digits) {
    cursor.next();
    long codePoint = 0;
    int read = 0;
    while (read < digits && TomlScalar.digit(cursor.peek(), 16) >= 0) {
      codePoint = 16 * codePoint + TomlScalar.digit(cursor.next(), 16);
      read++;
    }
    boolean isSurrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    if (read < digits || codePoint > Character.MAX_CODE_POINT || isSurrogate) {
      error(backslash, "invalid unicode escape sequence");
    } else {
      value.appendCodePoint((int) codePoint);
    }
  }

  /** A backslash at the end of a line takes that end with it, and blank lines after it. */
  private void skipLineEnds(int backslash) {
    cursor.skipBlanks();
    if (!multiline ? !cursor.atLineEnd() : !cursor.takeLineEnd()) {
      noEscape(backslash);
    }
    while (multiline && (cursor.takeLineEnd() || cursor.peek() == ' ' || cursor.peek() == '\t')) {
      cursor.skipBlanks();
    }
  }

  private void noEscape(int backslash) {
    error(backslash, "invalid escape sequence; a backslash itself is written \\\\");
  }

  /** The first is enough: as a rule the others are of its kind. */
  private void error(int where, String message) {
    if (sound) {
      cursor.error(where, message);
    }
    sound = false;
  }
}
