package org.soundcalc.io.toml;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.soundcalc.model.Field;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.keys.CommonKeys;

/** The parameters of a table, spelled as a file would. */
final class ParameterList {
  private ParameterList() {}

  /** The parameters of one of several tables, such as a lookup. */
  static List<Parameter> below(String table, String name, List<Parameter> parameters) {
    return parameters.stream()
        .filter(p -> !p.key().equals(CommonKeys.NAME.name()))
        .map(p -> new Parameter(table + "[" + name + "]." + p.key(), p.value()))
        .toList();
  }

  /** A raw value, as a file would write it; equal numbers alike, as 0.5 and 0.50. */
  static String spelled(Object value) {
    if (value instanceof String text) {
      return '"' + text + '"';
    }
    if (value instanceof Field field) {
      return '"' + field.tomlName() + '"';
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros().toPlainString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ParameterList::spelled).collect(Collectors.joining(", ", "[", "]"));
    }
    return value.toString();
  }
}
