package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.io.compare.CompareCsv;
import org.soundcalc.io.compare.CompareDocument;
import org.soundcalc.io.compare.CompareJson;
import org.soundcalc.io.compare.CompareReport;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.toml.Diagnostic;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc compare}: what is proven beside what is conjectured. All or nothing. */
final class CompareCommand implements Subcommand {
  private static final String PER = "--per";
  private static final String USUAL_REGIMES = "all";

  /** What a row is. */
  private enum Per {
    ZKVM,
    CIRCUIT
  }

  @Override
  public CommandSpec spec() {
    String per = "One row for each: zkvm (the least bits over its circuits) or circuit.";
    String formats =
        "table (for people), json (for programs), csv (a row for each figure; "
            + Format.CSV_CELLS
            + ") or markdown.";
    return Options.command(
            this,
            "Compare proven and conjectured figures. The best proven figure is the highest of all"
                + " proven regimes, whether or not --regimes names them.",
            "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Examples:",
            "  soundcalc compare zkvms",
            "  soundcalc compare --per circuit --regimes proven zkvms/pico.toml",
            "  soundcalc compare --format markdown zkvms > comparison.md")
        .addOption(EstimateOptions.regimesOption(USUAL_REGIMES))
        .addOption(EstimateOptions.boundsOption())
        .addOption(EnumOption.of(Per.values(), "WHAT", PER, per, Per.CIRCUIT))
        .addOption(
            Format.option(
                formats, Format.MARKDOWN, Format.TABLE, Format.JSON, Format.CSV, Format.MARKDOWN))
        .addOption(Sort.option())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(Request request) {
    EstimateOptions options = EstimateOptions.of(request, USUAL_REGIMES);
    Estimates estimates = Estimates.of(options, request);
    List<Diagnostic> diagnostics = new ArrayList<>(estimates.diagnostics());
    // a table of dashes alone compares nothing; among others they tell something
    if (estimates.zkvms().stream().allMatch(Estimates.Estimated::isEmpty)) {
      diagnostics.addAll(estimates.emptiness());
    }
    if (request.isRefused(diagnostics, Format.of(request, Format.TABLE))) {
      return ExitCode.BAD_INPUT;
    }
    List<Comparison> zkvms =
        estimates.zkvms().stream()
            .map(zkvm -> Comparison.of(zkvm.source(), zkvm.estimate(), EstimateOptions.counted(request)))
            .toList();
    CompareReport report =
        new CompareReport(
            Version.number(),
            options.caveats(),
            new Estimator(options.regimes()).regimes(),
            Sort.of(request, zkvms, Comparison::proven),
            request.value(PER, Per.ZKVM) == Per.CIRCUIT,
            estimates.zkvms().stream().flatMap(zkvm -> zkvm.fileWarnings().stream()).toList());
    return request.answer(
        switch (Format.of(request, Format.TABLE)) {
          case JSON -> new JsonDocument(CompareJson.of(report));
          case CSV -> CompareCsv.of(report);
          case MARKDOWN -> new MarkdownDocument(CompareDocument.of(report, Medium.PAGE));
          default -> request.text(CompareDocument.of(report, Medium.TERMINAL));
        });
  }
}
