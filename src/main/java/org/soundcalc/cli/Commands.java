package org.soundcalc.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.io.document.Visible;
import org.soundcalc.model.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses command lines and hands them to subcommands. */
final class Commands {
  private static final String PROGRAM = "soundcalc";
  private static final List<String> VERSION = List.of("-V", "--version");

  /** The narrowest that picocli accepts. */
  private static final int LEAST_USAGE_WIDTH = 55;

  /** Wider lines are hard to read. */
  private static final int WIDEST_USAGE = 100;

  private Commands() {}

  /** All subcommands by name, in the order of the usage text: one line each. */
  static Map<String, Subcommand> all() {
    Map<String, Subcommand> all = new LinkedHashMap<>();
    all.put("estimate", new EstimateCommand());
    all.put("check", new CheckCommand());
    all.put("milestones", new MilestonesCommand());
    all.put("compare", new CompareCommand());
    all.put("diff", new DiffCommand());
    all.put("explain", new ExplainCommand());
    all.put("report", new ReportCommand());
    all.put("certify", new CertifyCommand());
    all.put("architecture", new ArchitectureCommand());
    all.put("levers", new LeversCommand());
    all.put("sweep", new SweepCommand());
    all.put("optimize", new OptimizeCommand());
    all.put("graph", new GraphCommand());
    all.put("validate", new ValidateCommand());
    all.put("regimes", new RegimesCommand());
    all.put("families", new FamiliesCommand());
    all.put("fields", new FieldsCommand());
    all.put("completion", new CompletionCommand());
    all.put("help", new HelpCommand());
    return all;
  }

  /**
   * Runs the subcommand that the arguments name.
   *
   * @return an {@link ExitCode}
   * @throws UsageException if they ask for something that does not exist
   */
  static int run(List<String> args, Session session) {
    if (args.size() == 1 && VERSION.contains(args.get(0))) {
      return version(session); // what every script asks for first needs none of picocli
    }
    String name = args.isEmpty() ? "" : args.get(0);
    if (name.equals(Candidates.COMMAND)) {
      return Candidates.print(args.subList(1, args.size()), session);
    }
    Subcommand named = all().get(name);
    try {
      return named == null
          ? parse(withEverySubcommand(), args, session)
          : parse(alone(name, named), args.subList(1, args.size()), session);
    } catch (ParameterException e) {
      explain(e, dashed(args).orElseGet(() -> message(e, args)), session);
      return ExitCode.BAD_INPUT;
    }
  }

  private static int parse(CommandLine commandLine, List<String> args, Session session) {
    ParseResult parsed = commandLine.setExpandAtFiles(false).parseArgs(args.toArray(new String[0]));
    ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    CommandLine command = last.commandSpec().commandLine();
    if (parsed.isUsageHelpRequested() || last.isUsageHelpRequested()) {
      return help(command, session);
    }
    if (last.isVersionHelpRequested()) {
      return version(session);
    }
    if (last.commandSpec().userObject() instanceof Subcommand subcommand) {
      EnumOption.check(last);
      return subcommand.run(new Request(last, session));
    }
    String usage = dressed(command, session.terminal()).getUsageMessage(Ansi.OFF);
    session.err().print(writer -> writer.append(usage));
    return ExitCode.BAD_INPUT;
  }

  private static int help(CommandLine command, Session session) {
    String usage = dressed(command, session.terminal()).getUsageMessage();
    session.out().print(writer -> writer.append(usage));
    return ExitCode.OK;
  }

  /**
   * Prints the help of a subcommand.
   *
   * @param name of the subcommand, in any case; empty for the program as a whole
   */
  static int help(String name, Session session) {
    String known = name.toLowerCase(Locale.ROOT);
    return help(name.isEmpty() ? withEverySubcommand() : alone(known, all().get(known)), session);
  }

  private static int version(Session session) {
    session.out().println(Version.text());
    return ExitCode.OK;
  }

  /** The whole command line. */
  static CommandLine withEverySubcommand() {
    CommandLine commandLine = new CommandLine(root());
    all().forEach((name, subcommand) -> commandLine.addSubcommand(name, spec(name, subcommand)));
    return commandLine;
  }

  /** The command line of one subcommand, named in full: the other ten cost ten times as much. */
  private static CommandLine alone(String name, Subcommand subcommand) {
    return new CommandLine(spec(name, subcommand).name(PROGRAM + " " + name));
  }

  /** The options of a subcommand, with those that all have. */
  static CommandSpec spec(String name, Subcommand subcommand) {
    CommandSpec spec = subcommand.spec();
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      if (Options.isFile(argument) && !spec.optionsMap().containsKey(Options.STDIN_NAME)) {
        spec.addOption(Options.standardInputName());
      }
    }
    return spec.addOption(Options.debug())
        .addOption(Options.help(PROGRAM + " " + name + " --help"));
  }

  private static CommandSpec root() {
    String version = "Print the version, the Java version and the commit of the build.";
    CommandSpec root =
        CommandSpec.create()
            .name(PROGRAM)
            .addOption(Options.help("soundcalc --help"))
            .addOption(
                OptionSpec.builder(VERSION.toArray(new String[0]))
                    .versionHelp(true)
                    .description(version, "Default: off. Example: soundcalc --version")
                    .build());
    root.usageMessage()
        .description("Certified soundness and proof size of hash-based zkVMs.")
        .synopsisSubcommandLabel("COMMAND")
        .commandListHeading("Commands:%n")
        .footer(
            "",
            "Exit codes: 0 done; 1 a gate failed; 2 bad usage or bad input; 70 a defect of"
                + " soundcalc.",
            "",
            "Example: soundcalc estimate zkvms/pico.toml",
            "More on a command: soundcalc help COMMAND");
    return root;
  }

  /** The command as its help is to look on this terminal. */
  private static CommandLine dressed(CommandLine command, Terminal terminal) {
    Ansi ansi = ColorMode.AUTO.allows(terminal.out(), terminal.noColour()) ? Ansi.ON : Ansi.OFF;
    return command
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setUsageHelpWidth(Math.max(LEAST_USAGE_WIDTH, Math.min(WIDEST_USAGE, terminal.width())));
  }

  private static void explain(ParameterException e, String message, Session session) {
    CommandLine command = dressed(e.getCommandLine(), session.terminal());
    Output err = session.err();
    err.println("soundcalc: " + Visible.of(message));
    err.print(writer -> writer.append(command.getHelp().fullSynopsis()));
    err.println("Try " + command.getCommandSpec().qualifiedName() + " --help.");
  }

  /** What is said of a file that looks like an option, whatever option it is taken for. */
  private static Optional<String> dashed(List<String> args) {
    for (String arg : args) {
      if (arg.startsWith("-") && arg.endsWith(".toml") && arg.indexOf('=') < 0) {
        return Optional.of(
            arg + " looks like an option; write the file as ./" + arg + " or after --");
      }
      if (arg.equals("--")) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String message(ParameterException e, List<String> args) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return e.getMessage() + taken(e, args);
    }
    String argument = unmatched.getUnmatched().get(0);
    CommandLine command = e.getCommandLine();
    if (unmatched.isUnknownOption()) {
      String name = argument.replaceFirst("=.*", "");
      Set<String> known = command.getCommandSpec().optionsMap().keySet();
      String hint = Suggestions.hint(name, known);
      return "unknown option " + name + (hint.isEmpty() ? elsewhere(name) : hint);
    }
    return command.getCommandSpec().userObject() == null
        ? "unknown command "
            + argument
            + Suggestions.hint(argument, command.getSubcommands().keySet())
        : "unexpected argument " + argument;
  }

  /** Which commands have an option. */
  private static String elsewhere(String option) {
    List<String> commands =
        all().entrySet().stream()
            .filter(each -> spec(each.getKey(), each.getValue()).optionsMap().containsKey(option))
            .map(Map.Entry::getKey)
            .toList();
    return commands.isEmpty() ? "" : "; it is an option of " + String.join(", ", commands);
  }

  /** That an option took the file that is missing, if it did. */
  private static String taken(ParameterException e, List<String> args) {
    if (e instanceof MissingParameterException missing
        && missing.getMissing().stream().anyMatch(ArgSpec::isPositional)) {
      for (int i = 0; i + 1 < args.size(); i++) {
        boolean isOption = args.get(i).startsWith("--") && args.get(i).indexOf('=') < 0;
        if (isOption && args.get(i + 1).endsWith(".toml")) {
          return "; " + args.get(i) + " took " + args.get(i + 1) + " as its value";
        }
      }
    }
    return "";
  }
}
