package org.soundcalc.io.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves through a text that is known to be TOML, over one key or value at a time. What a value is
 * does not matter here, only where it begins and ends.
 */
final class TomlCursor {
  private final String text;
  private final int end;
  private int at;

  TomlCursor(String text, Span within) {
    this.text = text;
    this.at = within.start();
    this.end = within.end();
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= end;
  }

  /** Passes over this text if it stands here. */
  boolean take(String expected) {
    boolean here = at + expected.length() <= end && text.startsWith(expected, at);
    at += here ? expected.length() : 0;
    return here;
  }

  /** Passes over blanks. */
  void skipBlanks() {
    while (!atEnd() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  /** Passes over blanks, line ends and comments. */
  void skipLines() {
    while (!atEnd()) {
      char c = text.charAt(at);
      if (c == '#') {
        skipLine();
      } else if (isBlank(c) || isLineEnd(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  /** Passes over the rest of the line. */
  void skipLine() {
    int lineEnd = text.indexOf('\n', at);
    at = lineEnd < 0 || lineEnd > end ? end : lineEnd;
  }

  /** Passes over a key such as {@code a."b.c"}; its parts, without quotes. */
  List<String> dottedKey() {
    List<String> parts = new ArrayList<>(1);
    do {
      skipBlanks();
      parts.add(simpleKey());
      skipBlanks();
    } while (take("."));
    return parts;
  }

  /** Passes over a value. */
  Span value() {
    int start = at;
    if (!atEnd()) {
      switch (text.charAt(at)) {
        case '"', '\'' -> skipQuoted();
        case '[', '{' -> skipBrackets();
        default -> skipBare();
      }
    }
    return new Span(start, at);
  }

  private String simpleKey() {
    int start = at;
    if (!atEnd() && isQuote(text.charAt(at))) {
      skipQuoted();
      return text.substring(start + 1, Math.max(start + 1, at - 1));
    }
    while (!atEnd() && isKeyCharacter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipQuoted() {
    char quote = text.charAt(at);
    String three = String.valueOf(quote).repeat(3);
    boolean multiline = take(three);
    at += multiline ? 0 : 1;
    while (!atEnd() && !(multiline ? take(three) : text.charAt(at) == quote)) {
      at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
    }
    if (!multiline) {
      at++;
    }
    // up to two quotes may precede the three that end a text of several lines
    while (multiline && !atEnd() && text.charAt(at) == quote) {
      at++;
    }
    at = Math.min(at, end);
  }

  private void skipBrackets() {
    int depth = 0;
    do {
      char c = text.charAt(at);
      if (isQuote(c)) {
        skipQuoted();
      } else if (c == '#') {
        skipLine();
      } else {
        depth += c == '[' || c == '{' ? 1 : 0;
        depth -= c == ']' || c == '}' ? 1 : 0;
        at++;
      }
    } while (depth > 0 && !atEnd());
  }

  private void skipBare() {
    int last = at;
    while (!atEnd() && ",]}#".indexOf(text.charAt(at)) < 0 && !isLineEnd(text.charAt(at))) {
      last = isBlank(text.charAt(at)) ? last : at + 1;
      at++;
    }
    at = last;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isKeyCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
