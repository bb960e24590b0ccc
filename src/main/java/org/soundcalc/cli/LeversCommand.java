package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.lever.CircuitLevers;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.io.lever.LeverCsv;
import org.soundcalc.io.lever.LeverDocument;
import org.soundcalc.io.lever.LeverJson;
import org.soundcalc.io.lever.LeverReport;
import org.soundcalc.io.toml.Diagnostic;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc levers}: what one more unit of each parameter buys. All or nothing. */
final class LeversCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    String formats =
        "table (for people), json (for programs), csv (a row for each lever and regime; "
            + Format.CSV_CELLS
            + ") or markdown.";
    return Options.command(
            this,
            "Show what one more unit of each parameter buys: bits, KiB, and work of prover and"
                + " verifier.",
            "One more unit is a query, a bit of proof-of-work at a site, half the rate, the next"
                + " degree of the field, an element of the base field more in a hash, the next"
                + " multiplicity (a smaller gap_to_radius), independent coefficients in place of"
                + " powers, and of schedules the one of the smallest proof that differs by one fold"
                + " and keeps the bits.",
            "Prover and verifier are permutations of the hash, proof-of-work among them, against"
                + " today's: counts, not seconds. The witness and its constraints are not counted,"
                + " and a circuit that verifies this one is as it was.",
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Examples:",
            "  soundcalc levers --circuit riscv zkvms/pico.toml",
            "  soundcalc levers --regimes proven zkvms/dummy_whir.toml",
            "  soundcalc levers --format csv zkvms/zisk.toml > levers.csv")
        .addOption(
            Format.option(
                formats, Format.JSON, Format.TABLE, Format.JSON, Format.CSV, Format.MARKDOWN))
        .addOption(CircuitOption.several())
        .addOption(EstimateOptions.regimesOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(EstimateOptions.sizesOption())
        .addOption(EstimateOptions.hashRateOption())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(Request request) {
    EstimateOptions options = EstimateOptions.of(request);
    Estimates estimates = Estimates.of(options, request);
    List<Diagnostic> diagnostics = estimates.diagnosticsWithEmptiness();
    Format format = Format.of(request, Format.TABLE);
    if (request.isRefused(diagnostics, format)) {
      return ExitCode.BAD_INPUT;
    }
    List<String> names = CircuitOption.names(request, estimates);
    LeverReport report =
        new LeverReport(
            Version.number(),
            options.caveats(),
            estimates.zkvms().stream().map(zkvm -> row(zkvm, names, options)).toList(),
            !request.has(EstimateOptions.REGIMES),
            estimates.zkvms().stream().flatMap(zkvm -> zkvm.warnings().stream()).toList());
    return request.answer(
        switch (format) {
          case JSON -> new JsonDocument(LeverJson.of(report));
          case CSV -> LeverCsv.of(report);
          case MARKDOWN -> new MarkdownDocument(LeverDocument.of(report, Medium.PAGE));
          default -> request.text(LeverDocument.of(report, Medium.TERMINAL));
        });
  }

  private static LeverReport.Row row(Estimated zkvm, List<String> names, EstimateOptions options) {
    CostFigures costs = options.costs();
    List<CircuitLevers> circuits = new ArrayList<>();
    for (CircuitEstimate estimate : zkvm.estimate().circuits()) {
      if (names.isEmpty() || names.contains(estimate.name())) {
        circuits.add(
            CircuitLevers.of(
                estimate.circuit(), estimate.regimes(), costs.hashRate(estimate.circuit())));
      }
    }
    return new LeverReport.Row(zkvm.source(), zkvm.estimate().zkvm(), circuits);
  }
}
