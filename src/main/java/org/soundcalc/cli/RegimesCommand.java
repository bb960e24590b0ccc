package org.soundcalc.cli;

import org.soundcalc.io.reference.RegimeDocument;
import org.soundcalc.io.reference.RegimeList;
import org.soundcalc.io.reference.RegimeMarkdown;
import org.soundcalc.io.reference.RegimeReference;
import org.soundcalc.io.reference.RegimeWriter;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc regimes}: what figures can be estimated under, and what is known of it. */
final class RegimesCommand implements Subcommand {
  private static final String FORMAT = "--format";
  private static final Format[] FORMATS = {Format.TABLE, Format.JSON, Format.MARKDOWN};

  @Override
  public CommandSpec spec() {
    String formats = "table (for people), json (for programs) or markdown.";
    return Options.command(
            this,
            "List the regimes: what each assumes, whether that is proven, and which proof systems"
                + " it covers.",
            "Exit codes: 0 done; 2 bad usage.",
            "",
            "Examples:",
            "  soundcalc regimes",
            "  soundcalc regimes --format markdown")
        .addOption(EnumOption.format(FORMAT, FORMATS, formats, "table", FORMAT + " json"))
        .addOption(ColorMode.option());
  }

  @Override
  public int run(Request request) {
    RegimeReference reference =
        new RegimeReference(
            Version.currentNumber(),
            request.knownRegimes(),
            request.session().plugins().families());
    RegimeWriter writer =
        switch (request.value(FORMAT, Format.TABLE)) {
          case JSON -> new RegimeDocument();
          case MARKDOWN -> new RegimeMarkdown();
          case TABLE, CSV -> new RegimeList(request.style(), request.width());
        };
    return request.answer(out -> writer.write(reference, out));
  }
}
