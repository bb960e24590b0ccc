package org.soundcalc.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code soundcalc help}: what {@code --help} prints. */
final class HelpCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    PositionalParamSpec.Builder command =
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("COMMAND")
            .type(String.class)
            .completionCandidates(Commands.all().keySet())
            .description("The command; left out: the program as a whole.", "Example: check");
    return Options.command(
            this,
            "Print the help of a command.",
            "Exit codes: 0 done; 2 bad usage.",
            "",
            "Example: soundcalc help check")
        .addPositional(command.build());
  }

  @Override
  public int run(Request request) {
    String name = request.arguments().matchedPositionalValue(0, "");
    return Commands.help(name, request.session());
  }
}
