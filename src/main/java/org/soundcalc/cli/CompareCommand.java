package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.analysis.compare.SetTotal;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.compare.CompareCsv;
import org.soundcalc.io.compare.CompareDocument;
import org.soundcalc.io.compare.CompareJson;
import org.soundcalc.io.compare.CompareReport;
import org.soundcalc.io.compare.SetReport;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.model.BoundSet;
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
            "  soundcalc compare --bounds may-2026,september-2026 zkvms/pico.toml",
            "  soundcalc compare --format markdown zkvms > comparison.md")
        .addOption(EstimateOptions.regimesOption(USUAL_REGIMES))
        .addOption(EstimateOptions.boundSetsOption())
        .addOption(EnumOption.of(Per.values(), "WHAT", PER, per, Per.CIRCUIT))
        .addOption(
            Format.option(
                formats, Format.MARKDOWN, Format.TABLE, Format.JSON, Format.CSV, Format.MARKDOWN))
        .addOption(Sort.option())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(EstimateOptions.sizesOption())
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(Request request) {
    List<BoundSet> sets = EstimateOptions.boundSets(request);
    return sets.size() > 1 ? compareSets(request, sets) : compareRegimes(request);
  }

  /** Each set by the regimes that it stands for. */
  private static int compareSets(Request request, List<BoundSet> sets) {
    if (request.has(EstimateOptions.REGIMES) || request.has(PER)) {
      throw new UsageException(
          EstimateOptions.BOUNDS
              + " of several sets compares zkVMs under the regimes of each: leave out "
              + (request.has(PER) ? PER : EstimateOptions.REGIMES));
    }
    EstimateOptions options = EstimateOptions.of(request);
    Estimates estimates = Estimates.of(options, request);
    if (request.isRefused(estimates.diagnostics(), Format.of(request, Format.TABLE))) {
      return ExitCode.BAD_INPUT;
    }
    List<SetReport.Row> rows =
        Sort.of(request, estimates.zkvms(), Estimated::estimate).stream()
            .map(
                zkvm ->
                    new SetReport.Row(
                        zkvm.estimate().zkvm().name(),
                        zkvm.estimate().zkvm().version(),
                        zkvm.source(),
                        sets.stream().map(set -> SetTotal.of(zkvm.estimate(), set)).toList()))
            .toList();
    SetReport report =
        new SetReport(
            Version.number(),
            options.caveatsOfSet(),
            sets,
            rows,
            estimates.zkvms().stream().flatMap(zkvm -> zkvm.fileWarnings().stream()).toList());
    return request.answer(
        switch (Format.of(request, Format.TABLE)) {
          case JSON -> new JsonDocument(report.json());
          case CSV -> report.csv();
          case MARKDOWN -> new MarkdownDocument(report.document(Medium.PAGE));
          default -> request.text(report.document(Medium.TERMINAL));
        });
  }

  private static int compareRegimes(Request request) {
    EstimateOptions options = EstimateOptions.of(request, USUAL_REGIMES);
    Estimates estimates = Estimates.of(options, request);
    List<Diagnostic> diagnostics = new ArrayList<>(estimates.diagnostics());
    // a table of dashes alone compares nothing; among others they tell something
    if (estimates.zkvms().stream().allMatch(Estimated::isEmpty)) {
      diagnostics.addAll(estimates.emptiness());
    }
    if (request.isRefused(diagnostics, Format.of(request, Format.TABLE))) {
      return ExitCode.BAD_INPUT;
    }
    List<Comparison> zkvms =
        estimates.zkvms().stream()
            .map(
                zkvm ->
                    Comparison.of(zkvm.source(), zkvm.estimate(), EstimateOptions.counted(request)))
            .toList();
    CompareReport report =
        new CompareReport(
            Version.number(),
            options.caveatsOfSet(),
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
