package org.soundcalc.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --format}: how to print a result. Each command offers some of them. */
enum Format {
  TABLE,
  TEXT,
  JSON,
  CSV,
  TOML,
  MARKDOWN,
  SCHEMA,
  JUNIT,
  SARIF,
  GITHUB,
  DOT,
  MERMAID,
  SVG,
  HTML,
  LATEX;

  /** What {@link org.soundcalc.io.document.CsvDocument} does to texts. */
  static final String CSV_CELLS =
      "a text that a spreadsheet would run as a formula has an apostrophe before it";

  static final String NAME = "--format";

  /**
   * The option of a command.
   *
   * @param meaning what the formats are for
   * @param example one of them
   * @param offered those that the command has, the usual one first
   */
  static OptionSpec option(String meaning, Format example, Format... offered) {
    return EnumOption.of(offered, "FORMAT", NAME, meaning, example);
  }

  /**
   * Whether the runner of GitHub Actions reads what is printed, as far as an unread command line
   * tells: rather once too often.
   */
  static boolean isForRunner(List<String> args) {
    for (String arg : args) {
      if (arg.toLowerCase(Locale.ROOT).endsWith("github")) {
        return true;
      }
    }
    return false;
  }

  /** Whether people read it, and nothing parses it. */
  boolean isForPeople() {
    return this == TABLE || this == TEXT;
  }

  /** The format that was asked for, or the usual one. */
  static Format of(Request request, Format usual) {
    return request.value(NAME, usual);
  }
}
