package org.soundcalc.io.document;

import java.math.BigDecimal;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON as RFC 8259 has it. Objects become maps, arrays lists, numbers {@link BigDecimal}, and
 * null an empty {@link Optional}. Documents of strangers are read: depth and digits are limited.
 */
public final class JsonText {
  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 100;
  private static final int HEX_DIGITS = 4;
  private static final int HEX = 16;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * {@return the value of a document}
   *
   * @param text all of it
   * @throws ParseException if it is no JSON, or beyond what is read; with the line, and what is
   *     wrong
   */
  public static Object value(String text) throws ParseException {
    JsonText reader = new JsonText(text);
    Object value = reader.value(0);
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.wrong("nothing may follow the document");
    }
    return value;
  }

  private ParseException wrong(String message) {
    long line =
        1 + text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
    return new ParseException("line " + line + ": " + message, at);
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The next character that is no blank. */
  private char next() throws ParseException {
    blanks();
    return peek();
  }

  private char peek() throws ParseException {
    if (at >= text.length()) {
      throw wrong("the file ends early");
    }
    return text.charAt(at);
  }

  private Object value(int depth) throws ParseException {
    if (depth > DEEPEST) {
      throw wrong("nested deeper than " + DEEPEST);
    }
    return switch (next()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", Optional.empty());
      default -> number();
    };
  }

  private Object word(String word, Object value) throws ParseException {
    if (!text.startsWith(word, at)) {
      throw wrong("expected a value of JSON");
    }
    at += word.length();
    return value;
  }

  private Map<String, Object> object(int depth) throws ParseException {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    if (ends('}')) {
      return object;
    }
    do {
      if (next() != '"') {
        throw wrong("expected the name of a member");
      }
      String name = string();
      expect(':');
      if (object.put(name, value(depth + 1)) != null) {
        throw wrong("a member is there twice");
      }
    } while (another('}'));
    return object;
  }

  private List<Object> array(int depth) throws ParseException {
    List<Object> array = new ArrayList<>();
    at++;
    if (ends(']')) {
      return array;
    }
    do {
      array.add(value(depth + 1));
    } while (another(']'));
    return array;
  }

  private boolean ends(char end) throws ParseException {
    if (next() != end) {
      return false;
    }
    at++;
    return true;
  }

  private boolean another(char end) throws ParseException {
    if (ends(end)) {
      return false;
    }
    expect(',');
    return true;
  }

  private void expect(char wanted) throws ParseException {
    if (next() != wanted) {
      throw wrong("expected " + wanted);
    }
    at++;
  }

  private BigDecimal number() throws ParseException {
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, Math.min(at, start + LONGEST_NUMBER + 1));
    if (number.length() > LONGEST_NUMBER) {
      throw wrong("a number of over " + LONGEST_NUMBER + " characters");
    }
    if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")) {
      throw wrong("expected a value of JSON");
    }
    return new BigDecimal(number);
  }

  private String string() throws ParseException {
    StringBuilder string = new StringBuilder();
    for (at++; peek() != '"'; at++) {
      char c = peek();
      if (c < ' ') {
        throw wrong("a control character in a text");
      }
      if (c == '\\') {
        at++;
        c = escaped();
      }
      string.append(c);
    }
    at++;
    return string.toString();
  }

  private char escaped() throws ParseException {
    char c = peek();
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    String digits = text.substring(at + 1, Math.min(text.length(), at + 1 + HEX_DIGITS));
    if (c != 'u' || !digits.matches("[0-9a-fA-F]{4}")) {
      throw wrong("an escape that JSON does not have");
    }
    at += HEX_DIGITS;
    return (char) Integer.parseInt(digits, HEX);
  }
}
