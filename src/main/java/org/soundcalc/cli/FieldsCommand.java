package org.soundcalc.cli;

import org.soundcalc.io.reference.FieldReference;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc fields}: the fields that challenges can be drawn from. */
final class FieldsCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Options.command(
            this,
            "List the base fields, their primes, and the spellings of their extensions in files.",
            "Exit codes: 0 done; 2 bad usage.",
            "",
            "Example:",
            "  soundcalc fields")
        .addOption(ColorMode.option());
  }

  @Override
  public int run(Request request) {
    return request.answer(request.text(FieldReference.document()));
  }
}
