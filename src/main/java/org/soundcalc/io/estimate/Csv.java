package org.soundcalc.io.estimate;

/** Fields of CSV, as RFC 4180 says. */
public final class Csv {
  private Csv() {}

  /** The field, in quotes where it holds a character that has a meaning in CSV. */
  public static String quote(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + field.replace("\"", "\"\"") + '"';
      }
    }
    return field;
  }
}
