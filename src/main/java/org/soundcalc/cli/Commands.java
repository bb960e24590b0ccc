package org.soundcalc.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.soundcalc.io.toml.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses command lines and hands them to subcommands. */
final class Commands {
  /** The narrowest that picocli accepts. */
  private static final int LEAST_USAGE_WIDTH = 55;

  /** Wider lines are hard to read. */
  private static final int WIDEST_USAGE = 100;

  private Commands() {}

  /**
   * Runs the subcommand that the arguments name.
   *
   * @return an {@link ExitCode}
   * @throws UsageException if they ask for something that does not exist
   */
  static int run(List<String> args, Session session) {
    Map<String, Supplier<Subcommand>> subcommands = Subcommands.all();
    CommandLine commandLine = commandLine(args, subcommands, session.terminal());
    try {
      ParseResult parsed = commandLine.parseArgs(args.toArray(String[]::new));
      ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
      CommandLine command = last.commandSpec().commandLine();
      if (last.isUsageHelpRequested()) {
        String usage = command.getUsageMessage();
        session.out().print(writer -> writer.append(usage));
        return ExitCode.OK;
      }
      if (last.isVersionHelpRequested()) {
        session.out().println(Version.current().toString());
        return ExitCode.OK;
      }
      if (last == parsed) {
        String usage = command.getUsageMessage(Ansi.OFF);
        session.err().print(writer -> writer.append(usage));
        return ExitCode.BAD_INPUT;
      }
      return ((Subcommand) last.commandSpec().userObject()).run(last, session);
    } catch (ParameterException e) {
      explain(e, session.err());
      return ExitCode.BAD_INPUT;
    }
  }

  /** The whole command line, for what describes rather than runs it. */
  static CommandLine withEverySubcommand() {
    CommandLine commandLine = new CommandLine(root());
    Subcommands.all()
        .forEach(
            (name, subcommand) -> commandLine.addSubcommand(name, spec(name, subcommand.get())));
    return commandLine;
  }

  private static CommandLine commandLine(
      List<String> args, Map<String, Supplier<Subcommand>> subcommands, Terminal terminal) {
    CommandLine commandLine = new CommandLine(root());
    String first = args.isEmpty() ? "" : args.get(0);
    subcommands.forEach(
        (name, subcommand) -> {
          // the others are built only where a help or a suggestion may name them
          if (name.equals(first) || !subcommands.containsKey(first)) {
            commandLine.addSubcommand(name, spec(name, subcommand.get()));
          }
        });
    Ansi ansi = ColorMode.AUTO.allows(terminal.out(), terminal.noColour()) ? Ansi.ON : Ansi.OFF;
    return commandLine
        .setExpandAtFiles(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(Math.max(LEAST_USAGE_WIDTH, Math.min(WIDEST_USAGE, terminal.width())));
  }

  /** The options of a subcommand, with those that all have. */
  static CommandSpec spec(String name, Subcommand subcommand) {
    return subcommand
        .spec()
        .addOption(Options.debug())
        .addOption(Options.help("soundcalc " + name + " --help"));
  }

  private static CommandSpec root() {
    String version = "Print the version, the Java and the commit of the build.";
    CommandSpec root =
        CommandSpec.create()
            .name("soundcalc")
            .addOption(Options.help("soundcalc --help"))
            .addOption(
                OptionSpec.builder("-V", "--version")
                    .versionHelp(true)
                    .description(version, "Default: off. Example: soundcalc --version")
                    .build());
    root.usageMessage()
        .description("Certified soundness figures of hash-based zkVMs.")
        .synopsisSubcommandLabel("COMMAND")
        .commandListHeading("Commands:%n")
        .footer(
            "",
            "Exit codes: 0 done; 1 a gate failed; 2 bad usage or bad input; 70 a defect of"
                + " soundcalc.",
            "",
            "Example: soundcalc estimate zkvms/pico.toml",
            "More on a command: soundcalc COMMAND --help");
    return root;
  }

  private static void explain(ParameterException e, Output err) {
    CommandLine command = e.getCommandLine();
    err.println("soundcalc: " + message(e));
    err.print(writer -> writer.append(command.getHelp().fullSynopsis()));
    err.println("Try " + command.getCommandSpec().qualifiedName() + " --help.");
  }

  private static String message(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return e.getMessage();
    }
    String argument = unmatched.getUnmatched().get(0);
    if (unmatched.isUnknownOption()) {
      List<String> meant = unmatched.getSuggestions();
      String hint = meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", meant) + "?";
      return "unknown option " + argument + hint;
    }
    return e.getCommandLine().getParent() == null
        ? "unknown command "
            + argument
            + Suggestions.hint(argument, e.getCommandLine().getSubcommands().keySet())
        : "unexpected argument " + argument;
  }
}
