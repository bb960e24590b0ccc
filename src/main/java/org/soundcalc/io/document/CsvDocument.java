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
  private static final Pattern SPECIAL = Pattern.compile("[,\"\n\r]");

  @Override
  public void writeTo(Writer out) throws IOException {
    for (List<String> row : rows) {
      List<String> fields = new ArrayList<>(row);
      fields.replaceAll(CsvDocument::quote);
      out.append(String.join(",", fields)).append('\n');
    }
  }

  /** The field, in quotes where it holds a character that has a meaning in CSV. */
  static String quote(String field) {
    boolean isSpecial = SPECIAL.matcher(field).find();
    return isSpecial ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
