package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.milestone.MilestoneCsv;
import org.soundcalc.io.milestone.MilestoneDocument;
import org.soundcalc.io.milestone.MilestoneJson;
import org.soundcalc.io.milestone.MilestoneReport;
import org.soundcalc.io.toml.Diagnostic;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc milestones}: how far zkVMs are from each milestone. All or nothing. */
final class MilestonesCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    String formats =
        "table (for people), json (for programs), csv (a row for each zkVM and milestone; "
            + Format.CSV_CELLS
            + ") or"
            + " markdown.";
    return Options.command(
            this,
            "Show how far each zkVM is from each milestone of the Ethereum Foundation.",
            "Milestones (December 2025): " + Milestone.meanings() + ".",
            "A zkVM passes if its proven bits and the worst-case size of its final proof do, as in"
                + " check --milestone. Whether the recursion architecture is described is shown,"
                + " and does not affect the result.",
            "",
            "Exit codes: 0 done, whether or not a zkVM passes; 2 bad usage or bad input, and then"
                + " no result is printed.",
            "",
            "Examples:",
            "  soundcalc milestones zkvms",
            "  soundcalc milestones --set num_queries=100 zkvms/pico.toml",
            "  soundcalc milestones --format markdown zkvms > milestones.md")
        .addOption(
            Format.option(
                formats, Format.MARKDOWN, Format.TABLE, Format.MARKDOWN, Format.JSON, Format.CSV))
        .addOption(Sort.option())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(EstimateOptions.sizesOption())
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(Request request) {
    EstimateOptions options = EstimateOptions.of(request);
    Estimates estimates = Estimates.of(options, request);
    List<Diagnostic> diagnostics = new ArrayList<>(estimates.diagnostics());
    diagnostics.addAll(estimates.emptiness());
    if (request.isRefused(diagnostics, Format.of(request, Format.TABLE))) {
      return ExitCode.BAD_INPUT;
    }
    MilestoneReport report =
        new MilestoneReport(
            Version.number(),
            options.caveats(),
            Sort.of(request, estimates.zkvms(), Estimated::estimate).stream()
                .map(MilestonesCommand::row)
                .toList(),
            estimates.zkvms().stream().flatMap(zkvm -> zkvm.warnings().stream()).toList());
    return request.answer(
        switch (Format.of(request, Format.TABLE)) {
          case JSON -> new JsonDocument(MilestoneJson.of(report));
          case CSV -> MilestoneCsv.of(report);
          case MARKDOWN -> new MarkdownDocument(MilestoneDocument.of(report, Medium.PAGE));
          default -> request.text(MilestoneDocument.of(report, Medium.TERMINAL));
        });
  }

  private static MilestoneReport.Row row(Estimated zkvm) {
    return new MilestoneReport.Row(
        zkvm.source(), zkvm.estimate(), zkvm.ignored(), zkvm.loaded()::region);
  }
}
