package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * JSON as this program prints it: a member a line.
 *
 * @param value the document's one value, as {@link JsonObject#put} takes it
 */
public record JsonDocument(Object value) implements Rendering {
  private static final String INDENT = "  ";
  private static final JsonObject.Raw NULL = new JsonObject.Raw("null");
  private static final String ESCAPED = "\b\t\n\f\r\"\\";
  private static final String LETTERS = "btnfr\"\\";
  private static final String HEX = "0123456789ABCDEF";

  @Override
  public void writeTo(Writer out) throws IOException {
    StringBuilder json = new StringBuilder();
    add(value, "\n", json);
    out.append(json).append('\n');
  }

  /**
   * {@return a value as a part of a document that is written bit by bit}
   *
   * @param value as {@link JsonObject#put} takes it
   * @param line what its further lines begin with, a line feed first
   */
  public static String value(Object value, String line) {
    StringBuilder json = new StringBuilder();
    add(value, line, json);
    return json.toString();
  }

  /**
   * {@return a value on one line, without spaces}
   *
   * @param value as {@link JsonObject#put} takes it
   */
  public static String compact(Object value) {
    return value(value, "");
  }

  /**
   * {@return a value that is one line of a document of many}
   *
   * @param value as {@link JsonObject#put} takes it
   */
  public static JsonObject.Raw line(Object value) {
    return new JsonObject.Raw(compact(value));
  }

  /** Adds a value whose further lines begin with {@code line}; it is one line where that is "". */
  private static void add(Object value, String line, StringBuilder json) {
    String inner = line.isEmpty() ? "" : line + INDENT;
    if (value instanceof String text) {
      addText(text, json);
    } else if (value instanceof Number || value instanceof Boolean) {
      json.append(value);
    } else if (value instanceof JsonObject.Raw raw) {
      json.append(raw.text());
    } else if (value instanceof Optional<?> optional) {
      add(optional.isPresent() ? optional.get() : NULL, line, json);
    } else if (value instanceof OptionalInt optional) {
      add(optional.isPresent() ? optional.getAsInt() : NULL, line, json);
    } else if (value instanceof OptionalLong optional) {
      add(optional.isPresent() ? optional.getAsLong() : NULL, line, json);
    } else if (value instanceof JsonObject object) {
      add(object.members(), line, json);
    } else if (value instanceof Map<?, ?> members) {
      String separator = "{";
      for (Map.Entry<?, ?> member : members.entrySet()) {
        addText(member.getKey().toString(), json.append(separator).append(inner));
        add(member.getValue(), inner, json.append(line.isEmpty() ? ":" : ": "));
        separator = ",";
      }
      json.append(members.isEmpty() ? (line.isEmpty() ? "{" : "{ ") : line).append('}');
    } else if (value instanceof Collection<?> elements) {
      String separator = "[";
      for (Object element : elements) {
        add(element, inner, json.append(separator).append(inner));
        separator = ",";
      }
      json.append(elements.isEmpty() ? (line.isEmpty() ? "[" : "[ ") : line).append(']');
    } else {
      throw new IllegalArgumentException("no JSON: " + value);
    }
  }

  /** RFC 8259, section 7; what a terminal or a runner would obey stands as its code, too. */
  private static void addText(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '#') {
        json.append(c); // most are
        continue;
      }
      int letter = ESCAPED.indexOf(c);
      if (letter >= 0) {
        json.append('\\').append(LETTERS.charAt(letter));
      } else if (c < ' ') {
        json.append("\\u00").append(c < 0x10 ? '0' : '1').append(HEX.charAt(c % HEX.length()));
      } else if (isHidden(text, i) || (c == '#' && i > 0 && text.charAt(i - 1) == '#')) {
        json.append(String.format("\\u%04X", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  /** Whether a character is hidden, or half of one that is. */
  private static boolean isHidden(String text, int index) {
    boolean isSecond = Character.isLowSurrogate(text.charAt(index));
    return Visible.isHidden(isSecond ? text.codePointBefore(index + 1) : text.codePointAt(index));
  }
}
