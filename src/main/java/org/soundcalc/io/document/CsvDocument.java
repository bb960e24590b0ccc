package org.soundcalc.io.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of fields as CSV, quoted as RFC 4180 says.
 *
 * @param rows the names of the columns first
 */
public record CsvDocument(List<List<String>> rows) implements Rendering {
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
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + field.replace("\"", "\"\"") + '"';
      }
    }
    return field;
  }
}
