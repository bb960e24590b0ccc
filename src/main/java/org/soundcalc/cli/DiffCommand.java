package org.soundcalc.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.io.diff.DiffDocument;
import org.soundcalc.io.diff.DiffJson;
import org.soundcalc.io.diff.DiffReport;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code soundcalc diff}: what changed between two states of zkVMs. All or nothing. */
final class DiffCommand implements Subcommand {
  private static final String FAIL = "--fail-on-regression";

  @Override
  public CommandSpec spec() {
    String fail = "Exit with code 1 if proven bits were lost.";
    String formats = "table (for people), json (for programs) or markdown (for pull requests).";
    return Options.command(
            this,
            "Show which figures and parameters of zkVMs changed from OLD to NEW.",
            "Two single zkVMs are compared whatever their names; several are matched by name, then"
                + " by file name; circuits by name. A regression is a loss of proven bits of a"
                + " zkVM, of its whole tree of proofs (if both sides describe one) or of a circuit"
                + " under a regime. If some were removed and others added, the weakest added one is"
                + " compared with the weakest removed one. A removal alone is not a regression.",
            "main: is the other side's path as it is at the git revision main, main:zkvms another"
                + " path there; a file or folder of that very name comes first. A path is relative"
                + " to the working directory, as always.",
            "--set overrides a key on both sides: to see what a value changes, compare two files.",
            "",
            "Exit codes: 0 done; 1 a regression, with --fail-on-regression; 2 bad usage or bad"
                + " input, and then no result is printed.",
            "",
            "Examples:",
            "  soundcalc diff old/pico.toml new/pico.toml",
            "  soundcalc diff main: zkvms",
            "  soundcalc diff v1.0:zkvms/pico.toml HEAD~3:zkvms/pico.toml",
            "  soundcalc diff --fail-on-regression --format markdown main: zkvms > comment.md")
        .addOption(Options.flag(FAIL, fail))
        .addOption(
            Format.option(formats, Format.MARKDOWN, Format.TABLE, Format.JSON, Format.MARKDOWN))
        .addOption(EstimateOptions.regimesOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.sizesOption())
        .addOption(ColorMode.option())
        .addPositional(side(0, "OLD", "Before", "old/pico.toml"))
        .addPositional(side(1, "NEW", "After", "new/pico.toml"));
  }

  private static PositionalParamSpec side(int index, String label, String when, String example) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(index))
        .paramLabel(label)
        .required(true)
        .arity("1")
        .type(String.class)
        .description(
            when
                + ": a .toml file, - for standard input, a folder (all its .toml files), or "
                + Revisions.MEANING
                + ".",
            "Example: " + example)
        .build();
  }

  @Override
  public int run(Request request) {
    EstimateOptions options = EstimateOptions.of(request);
    String before = request.arguments().matchedPositionalValue(0, "");
    String after = request.arguments().matchedPositionalValue(1, "");
    if (before.equals(Inputs.STANDARD_INPUT) && after.equals(Inputs.STANDARD_INPUT)) {
      throw new UsageException(
          "OLD and NEW cannot both be standard input; name a file for one of them");
    }
    // each on its own: one file may stand on both sides
    Estimates old = Estimates.of(Revisions.read(before, List.of(after), request), options, request);
    Estimates current =
        Estimates.of(Revisions.read(after, List.of(before), request), options, request);
    Set<Diagnostic> diagnostics = new LinkedHashSet<>(old.allDiagnostics());
    diagnostics.addAll(current.allDiagnostics());
    if (request.isRefused(List.copyOf(diagnostics))) {
      return ExitCode.BAD_INPUT;
    }
    DiffReport report =
        new DiffReport(
            Version.number(), options.caveats(), Comparisons.of(old.zkvms(), current.zkvms()));
    request.answer(
        switch (Format.of(request, Format.TABLE)) {
          case JSON -> new JsonDocument(DiffJson.of(report));
          case MARKDOWN -> new MarkdownDocument(DiffDocument.of(report, Medium.PAGE));
          default -> request.text(DiffDocument.of(report, Medium.TERMINAL));
        });
    return request.has(FAIL) && report.hasRegressions() ? ExitCode.GATE_FAILED : ExitCode.OK;
  }
}
