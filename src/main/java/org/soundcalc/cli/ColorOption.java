package org.soundcalc.cli;

import org.soundcalc.report.text.Style;
import picocli.CommandLine.Option;

/** What every subcommand that prints results understands. */
final class ColorOption {
  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      converter = ColorMode.Converter.class,
      description = {
        "When to use colour: auto (on a terminal, unless NO_COLOR is set), always or never.",
        "Default: auto. Example: --color=always"
      })
  private ColorMode color;

  /** What the command's results may look like. */
  Style results(Terminal terminal) {
    return new Style(color.allows(terminal.out(), terminal.noColour()), terminal.out());
  }

  /** What its diagnostics may look like. */
  Style diagnostics(Terminal terminal) {
    return new Style(color.allows(terminal.err(), terminal.noColour()), terminal.err());
  }
}
