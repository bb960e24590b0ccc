package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.gate.Gate;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.MilestoneResult;
import org.soundcalc.analysis.gate.Requirements;
import org.soundcalc.analysis.gate.Verdict;
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
            rows(Sort.of(request, estimates.zkvms(), Estimated::estimate), options, request),
            estimates.zkvms().stream().flatMap(zkvm -> zkvm.warnings().stream()).toList());
    return request.answer(
        switch (Format.of(request, Format.TABLE)) {
          case JSON -> new JsonDocument(MilestoneJson.of(report));
          case CSV -> MilestoneCsv.of(report);
          case MARKDOWN -> new MarkdownDocument(MilestoneDocument.of(report, Medium.PAGE));
          default -> request.text(MilestoneDocument.of(report, Medium.TERMINAL));
        });
  }

  /** People see what each needs for the next milestone; programs ask check, which has it all. */
  private static List<MilestoneReport.Row> rows(
      List<Estimated> zkvms, EstimateOptions options, Request request) {
    boolean isForPeople =
        List.of(Format.TABLE, Format.MARKDOWN).contains(Format.of(request, Format.TABLE));
    return zkvms.parallelStream()
        .map(
            zkvm -> {
              Optional<Verdict> next =
                  isForPeople ? next(zkvm, options, request) : Optional.empty();
              return new MilestoneReport.Row(
                  zkvm.source(), zkvm.estimate(), zkvm.ignored(), zkvm.loaded()::region, next);
            })
        .toList();
  }

  private static Optional<Verdict> next(Estimated zkvm, EstimateOptions options, Request request) {
    return MilestoneResult.all(zkvm.estimate()).stream()
        .filter(result -> !result.passed())
        .findFirst()
        .map(result -> Requirements.of(result.milestone()))
        .map(its -> new Gate(its, options.regimes(), EstimateOptions.counted(request)))
        .map(gate -> gate.check(zkvm.estimate(), zkvm.ignored()));
  }
}
