package org.soundcalc.cli;

import org.soundcalc.io.reference.FieldList;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code soundcalc fields}: the fields that challenges can be drawn from. */
final class FieldsCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    spec.usageMessage()
        .description("List the base fields, their primes, and how files spell their extensions.")
        .sortOptions(false)
        .sortSynopsis(false)
        .footer("", "Exit codes: 0 done; 2 bad usage.", "", "Example:", "  soundcalc fields");
    return spec.addOption(ColorMode.option());
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    FieldList fields =
        new FieldList(
            ColorMode.of(arguments).results(session.terminal()), session.terminal().width());
    session.out().print(fields::write);
    return ExitCode.OK;
  }
}
