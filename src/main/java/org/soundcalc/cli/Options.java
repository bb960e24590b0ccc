package org.soundcalc.cli;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Options and arguments that several commands have, and how their help looks. */
final class Options {
  /** The option that {@link Main} looks for where a command fails. */
  static final String DEBUG = "--debug";

  private static final String FILES = "FILE";

  private Options() {}

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
        .description(meaning, "Default: " + byDefault + ". Example: " + example);
  }

  /** An option that takes a text. */
  static OptionSpec.Builder text(String label, OptionSpec.Builder option) {
    return option.paramLabel(label).arity("1").type(String.class);
  }

  /** An option that takes a text, and may be repeated. */
  static OptionSpec.Builder texts(String label, OptionSpec.Builder option) {
    return option.paramLabel(label).arity("1").type(List.class).auxiliaryTypes(String.class);
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
    String meaning = "Print a stack trace where soundcalc itself fails.";
    return option(DEBUG, meaning, "off", DEBUG).build();
  }

  /** The files of a command, at least one. */
  static PositionalParamSpec files() {
    return PositionalParamSpec.builder()
        .paramLabel(FILES)
        .required(true)
        .arity("1..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(
            "A .toml file, - for standard input, or a folder, which stands for the TOML files in"
                + " it.",
            "Example: zkvms/pico.toml")
        .build();
  }

  /** The one file of a command. */
  static PositionalParamSpec file() {
    return PositionalParamSpec.builder()
        .paramLabel("FILE")
        .required(true)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description("A .toml file, or - for standard input.", "Example: zkvms/pico.toml")
        .build();
  }

  /** The files that were given. */
  static List<String> files(ParseResult arguments) {
    return arguments.matchedPositionalValue(0, List.of());
  }
}
