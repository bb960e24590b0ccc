package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Options and arguments that several commands have, and how their help looks. */
final class Options {
  /** The option that {@link Main} looks for where a command fails. */
  static final String DEBUG = "--debug";

  /** What standard input is called. */
  static final String STDIN_NAME = "--stdin-name";

  private Options() {}

  /**
   * A command without options.
   *
   * @param command what runs it
   * @param description what it does, in one or two sentences
   * @param footer lines below its options: exit codes, then examples
   */
  static CommandSpec command(Subcommand command, String description, String... footer) {
    List<String> lines = new ArrayList<>(footer.length + 1);
    lines.add("");
    lines.addAll(List.of(footer));
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
    spec.usageMessage()
        .description(escaped(description))
        .sortOptions(false)
        .sortSynopsis(false)
        .footer(lines.stream().map(Options::escaped).toArray(String[]::new));
    return spec;
  }

  /**
   * An option with its help.
   *
   * @param name with its hyphens
   * @param meaning one or two sentences
   * @param byDefault what happens without it
   * @param example how to use it
   */
  static OptionSpec.Builder option(String name, String meaning, String byDefault, String example) {
    return OptionSpec.builder(name)
        .description(escaped(meaning), escaped("Default: " + byDefault + ". Example: " + example));
  }

  /** picocli takes help texts for format strings. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }

  /** An option that is given or not. */
  static OptionSpec flag(String name, String meaning) {
    return option(name, meaning, "off", name).build();
  }

  /** An option that takes a text. */
  static OptionSpec.Builder text(String label, OptionSpec.Builder option) {
    return option.paramLabel(label).arity("1").type(String.class);
  }

  /** An option that takes a text, and may be repeated. */
  static OptionSpec texts(String label, OptionSpec.Builder option) {
    return option
        .paramLabel(label)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .build();
  }

  /** {@code --help}. */
  static OptionSpec help(String example) {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Print this help.", "Default: off. Example: " + example)
        .build();
  }

  /** {@code --debug}, which needs no reader: {@link Main} looks for it. */
  static OptionSpec debug() {
    return flag(DEBUG, "Print a stack trace if soundcalc itself fails.");
  }

  /** {@code --stdin-name}, of every command that reads files. */
  static OptionSpec standardInputName() {
    String meaning = "The file name that messages and reports show for standard input (-).";
    return text("NAME", option(STDIN_NAME, meaning, "<stdin>", STDIN_NAME + " pico.toml")).build();
  }

  /** Whether an argument may be {@code -}, for standard input. */
  static boolean isFile(PositionalParamSpec argument) {
    return argument.description()[0].contains("standard input");
  }

  /** The files of a command, at least one. */
  static PositionalParamSpec files() {
    return arguments(
        "FILE",
        "1..*",
        "A .toml file, - for standard input, or a folder (all its .toml files).",
        "Example: zkvms/pico.toml");
  }

  /** The one file of a command. */
  static PositionalParamSpec file() {
    return arguments(
        "FILE", "1", "A .toml file, or - for standard input.", "Example: zkvms/pico.toml");
  }

  /**
   * Arguments that are texts.
   *
   * @param arity how many there may be, such as {@code 0..*}
   */
  static PositionalParamSpec arguments(String label, String arity, String... description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .required(!arity.startsWith("0"))
        .arity(arity)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }
}
