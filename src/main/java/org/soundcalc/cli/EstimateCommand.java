package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Improvement;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.estimate.EstimateCsv;
import org.soundcalc.io.estimate.EstimateDocument;
import org.soundcalc.io.estimate.EstimateDocument.Detail;
import org.soundcalc.io.estimate.EstimateJson;
import org.soundcalc.io.estimate.Report;
import org.soundcalc.io.estimate.ZkvmReport;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.model.Regime;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc estimate}: the figures of zkVMs. All or nothing. */
final class EstimateCommand implements Subcommand {
  private static final String FULL = "--full";
  private static final String VERBOSE = "--verbose";

  @Override
  public CommandSpec spec() {
    String formats =
        "table (for people), json (for programs), csv (a row for each term, none where a regime"
            + " does not cover a circuit; "
            + Format.CSV_CELLS
            + ") or markdown.";
    String circuit =
        "Print this circuit only; may be repeated. The zkVM's figure still covers all circuits.";
    String full =
        "Print circuits and terms of several zkVMs too, instead of a summary only (table and"
            + " markdown; implied by"
            + " --circuit and --verbose).";
    String verbose =
        "Print every term with two decimals and its grinding, every parameter, and what proving and"
            + " verifying cost (table only).";
    return Options.command(
            this,
            "Estimate the soundness and the proof size of zkVMs.",
            "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Examples:",
            "  soundcalc estimate zkvms/pico.toml",
            "  soundcalc estimate --format json zkvms > estimates.json",
            "  soundcalc estimate --set riscv.num_queries=100 --circuit riscv zkvms/pico.toml")
        .addOption(
            Format.option(
                formats, Format.JSON, Format.TABLE, Format.JSON, Format.CSV, Format.MARKDOWN))
        .addOption(EstimateOptions.regimesOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(CircuitOption.several(circuit))
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(EstimateOptions.hashRateOption())
        .addOption(EstimateOptions.sizesOption())
        .addOption(Sort.option())
        .addOption(Options.flag(FULL, full))
        .addOption(Options.flag(VERBOSE, verbose))
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(Request request) {
    EstimateOptions options = EstimateOptions.of(request);
    Estimates estimates = Estimates.of(options, request);
    List<Diagnostic> diagnostics = estimates.diagnosticsWithEmptiness();
    if (request.isRefused(diagnostics, Format.of(request, Format.TABLE))) {
      return ExitCode.BAD_INPUT;
    }
    List<String> names = CircuitOption.names(request, estimates);
    Format format = Format.of(request, Format.TABLE);
    EstimateOptions.requireCosts(
        request,
        format == Format.JSON || (format == Format.TABLE && request.has(VERBOSE)),
        VERBOSE + " or --format json");
    Detail detail = detail(request, names.isEmpty() && estimates.zkvms().size() > 1);
    List<Regime> others = others(format, request);
    List<ZkvmReport> zkvms = new ArrayList<>();
    for (Estimated zkvm : Sort.of(request, estimates.zkvms(), Estimated::estimate)) {
      zkvms.add(report(zkvm, names, others));
    }
    Report report = new Report(Version.number(), options.caveats(), zkvms);
    return request.answer(
        switch (format) {
          case JSON -> new JsonDocument(EstimateJson.of(report));
          case CSV -> EstimateCsv.of(report);
          case MARKDOWN -> new MarkdownDocument(EstimateDocument.of(report, detail, Medium.PAGE));
          default -> request.text(EstimateDocument.of(report, detail, Medium.TERMINAL));
        });
  }

  /** Of several zkVMs the summary, unless something is asked for that it does not show. */
  private static Detail detail(Request request, boolean isSummarised) {
    if (request.has(VERBOSE)) {
      return Detail.VERBOSE;
    }
    return isSummarised && !request.has(FULL) ? Detail.SUMMARY : Detail.TERMS;
  }

  /** The circuits of these names or all, and what {@code others} prove beyond the regimes asked. */
  private static ZkvmReport report(Estimated zkvm, List<String> names, List<Regime> others) {
    List<CircuitEstimate> shown = new ArrayList<>(zkvm.estimate().circuits());
    if (!names.isEmpty()) {
      shown.removeIf(circuit -> !names.contains(circuit.circuit().id().name()));
    }
    Optional<Improvement> improvement = Improvement.of(zkvm.estimate(), others);
    return new ZkvmReport(
        zkvm.source(), zkvm.estimate(), shown, zkvm.warningsOfFigures(), improvement);
  }

  /** Who asked for regimes is not told of others, nor is a program. */
  private static List<Regime> others(Format format, Request request) {
    boolean isForPeople = format == Format.TABLE || format == Format.MARKDOWN;
    return isForPeople && !request.has(EstimateOptions.REGIMES)
        ? EstimateOptions.counted(request)
        : List.of();
  }
}
