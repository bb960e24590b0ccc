package org.soundcalc.io.toml;

import java.util.List;
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
}
