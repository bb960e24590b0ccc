package org.soundcalc.cli;

import org.soundcalc.io.reference.RegimeDocument;
import org.soundcalc.io.reference.RegimeList;
import org.soundcalc.io.reference.RegimeMarkdown;
import org.soundcalc.io.reference.RegimeReference;
import org.soundcalc.io.reference.RegimeWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code soundcalc regimes}: what figures can be estimated under, and what is known of it. */
final class RegimesCommand implements Subcommand {
  private static final String FORMAT = "--format";
  private static final Format[] FORMATS = {Format.TABLE, Format.JSON, Format.MARKDOWN};

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    spec.usageMessage()
        .description(
            "List the regimes: what each assumes, whether that is proven, and which proof systems"
                + " it covers.")
        .sortOptions(false)
        .sortSynopsis(false)
        .footer(
            "",
            "Exit codes: 0 done; 2 bad usage.",
            "",
            "Examples:",
            "  soundcalc regimes",
            "  soundcalc regimes --format markdown");
    String formats = "table (for people), json (for programs) or markdown.";
    return spec.addOption(
            EnumOption.option(
                    "FORMAT", FORMATS, Options.option(FORMAT, formats, "table", "--format json"))
                .build())
        .addOption(ColorMode.option());
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    RegimeReference reference =
        new RegimeReference(
            Version.currentNumber(), session.plugins().regimes(), session.plugins().families());
    RegimeWriter writer = writer(arguments, session.terminal());
    session.out().print(out -> writer.write(reference, out));
    return ExitCode.OK;
  }

  private static RegimeWriter writer(ParseResult arguments, Terminal terminal) {
    Format format = arguments.matchedOptionValue(FORMAT, Format.TABLE);
    return switch (format) {
      case JSON -> new RegimeDocument();
      case MARKDOWN -> new RegimeMarkdown();
      case TABLE, CSV ->
          new RegimeList(ColorMode.of(arguments).results(terminal), terminal.width());
    };
  }
}
