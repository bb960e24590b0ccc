package org.soundcalc.cli;

import org.soundcalc.model.Accounting;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --accounting}: how errors are counted where the original is generous. */
final class AccountingOption {
  private static final String NAME = "--accounting";

  private AccountingOption() {}

  /** The option. */
  static OptionSpec option() {
    String meaning =
        "How lookups are counted: soundcalc (as the original does, to compare published figures)"
            + " or strict (with the list that a commitment stands for, and whole variables).";
    return EnumOption.of(
        Accounting.values(),
        "ACCOUNTING",
        Options.option(NAME, meaning, "soundcalc", NAME + " strict"));
  }

  /** The choice that was made. */
  static Accounting of(Request request) {
    return request.value(NAME, Accounting.SOUNDCALC);
  }
}
