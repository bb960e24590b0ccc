package org.soundcalc.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where subcommands are registered: one line each. */
final class Subcommands {
  private Subcommands() {}

  /** All of them by name, in the order of the usage text. */
  static Map<String, Subcommand> all() {
    Map<String, Subcommand> all = new LinkedHashMap<>();
    all.put("estimate", new EstimateCommand());
    all.put("check", new CheckCommand());
    all.put("compare", new CompareCommand());
    all.put("diff", new DiffCommand());
    all.put("explain", new ExplainCommand());
    all.put("graph", new GraphCommand());
    all.put("validate", new ValidateCommand());
    all.put("regimes", new RegimesCommand());
    all.put("families", new FamiliesCommand());
    all.put("fields", new FieldsCommand());
    all.put("completion", new CompletionCommand());
    return all;
  }
}
