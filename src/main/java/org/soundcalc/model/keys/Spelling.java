package org.soundcalc.model.keys;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.soundcalc.model.Field;
import org.soundcalc.model.Rate;

/** How files spell values, and names. */
public final class Spelling {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

  private Spelling() {}

  /**
   * {@return a value, as a file would write it; equal numbers alike, as 0.5 and 0.50}
   *
   * @param value of a key: a text, a number, a truth value, a field, a rate, or a list of such
   */
  public static String of(Object value) {
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    if (value instanceof Field field) {
      return '"' + field.tomlName() + '"';
    }
    if (value instanceof Rate rate) {
      return rate.value().toString();
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros().toPlainString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Spelling::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return value.toString();
  }

  /**
   * {@return names as TOML joins them by dots, in quotes those that have dots themselves}
   *
   * @param names of tables, the inmost last, or of a key in them
   */
  public static String path(List<String> names) {
    return names.stream()
        .map(
            name ->
                BARE.matcher(name).matches()
                    ? name
                    : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining("."));
  }
}
