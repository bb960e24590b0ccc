package org.soundcalc.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Where subcommands are registered: one line each, made only when asked for. */
final class Subcommands {
  private Subcommands() {}

  /** All of them by name, in the order of the usage text. */
  static Map<String, Supplier<Subcommand>> all() {
    Map<String, Supplier<Subcommand>> all = new LinkedHashMap<>();
    all.put("estimate", EstimateCommand::new);
    all.put("check", CheckCommand::new);
    all.put("compare", CompareCommand::new);
    all.put("diff", DiffCommand::new);
    all.put("explain", ExplainCommand::new);
    all.put("graph", GraphCommand::new);
    all.put("validate", ValidateCommand::new);
    all.put("regimes", RegimesCommand::new);
    all.put("families", FamiliesCommand::new);
    all.put("fields", FieldsCommand::new);
    all.put("completion", CompletionCommand::new);
    return all;
  }
}
