package org.soundcalc.cli;

import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.reference.RegimeReference;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc regimes}: what figures can be estimated under, and what is known of it. */
final class RegimesCommand implements Subcommand {

  @Override
  public CommandSpec spec() {
    String formats = "table (for people), json (for programs) or markdown.";
    return Options.command(
            this,
            "List the regimes: definition, status (proven, heuristic, refuted), sources, and the"
                + " proof systems covered.",
            "Exit codes: 0 done; 2 bad usage.",
            "",
            "Examples:",
            "  soundcalc regimes",
            "  soundcalc regimes --format markdown")
        .addOption(Format.option(formats, Format.JSON, Format.TABLE, Format.JSON, Format.MARKDOWN))
        .addOption(ColorMode.option());
  }

  @Override
  public int run(Request request) {
    RegimeReference reference =
        new RegimeReference(
            Version.number(), request.knownRegimes(), request.session().plugins().families());
    return request.answer(
        switch (Format.of(request, Format.TABLE)) {
          case JSON -> new JsonDocument(reference.json());
          case MARKDOWN -> new MarkdownDocument(reference.document(Medium.PAGE));
          default -> request.text(reference.document(Medium.TERMINAL));
        });
  }
}
