package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows of fields as CSV, quoted as RFC 4180 says.
 *
 * @param rows the names of the columns first
 */
public record CsvDocument(List<List<String>> rows) implements Rendering {
  /** What a spreadsheet takes for the start of a formula, in wide characters too. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r\n＝＋－＠]");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  /**
   * What has a meaning in CSV; a semicolon, at which spreadsheets of many languages part fields;
   * and colons at the start of a line, which would be a command to a runner that reads it.
   */
  private static final Pattern SPECIAL = Pattern.compile("[,;\"\n\r]|^[\\s\\p{Z}]*::");

  /** Beside letters and digits, what has no meaning wherever it stands. */
  private static final String HARMLESS = " ./_^";

  @Override
  public void writeTo(Writer out) throws IOException {
    for (List<String> row : rows) {
      List<String> fields = new ArrayList<>(row);
      fields.replaceAll(CsvDocument::quote);
      out.append(String.join(",", fields)).append('\n');
    }
  }

  /**
   * The field, in quotes where it holds a character that has a meaning in CSV; a text that a
   * spreadsheet would run has an apostrophe before it, as OWASP advises, which shows it as it is.
   */
  static String quote(String field) {
    if (isPlain(field)) {
      return field;
    }
    String text = Visible.of(field);
    boolean isRun = FORMULA.matcher(field).find() && !NUMBER.matcher(field).matches();
    return isRun || SPECIAL.matcher(text).find()
        ? '"' + (isRun ? "'" : "") + text.replace("\"", "\"\"") + '"'
        : text;
  }

  /** Most fields are, and need no pattern. */
  private static boolean isPlain(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!isLetter && !(c >= '0' && c <= '9') && HARMLESS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
