package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.architecture.Architecture;
import org.soundcalc.io.architecture.ArchitectureDocument;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.LatexDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.LoadedZkvm;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc architecture}: the recursion and the argument in words. All or nothing. */
final class ArchitectureCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Options.command(
            this,
            "Write the description of a zkVM's recursion architecture and the sketch of its"
                + " soundness argument that milestones ask for.",
            "What the file does not say is printed as a gap, in bold. The texts come from"
                + " [circuits.statement]; docs/recursion.md lists its keys.",
            "",
            "Exit codes: 0 done, whatever gaps there are; 2 bad usage or bad input, and then"
                + " nothing is written.",
            "",
            "Examples:",
            "  soundcalc architecture zkvms/pico.toml > pico.md",
            "  soundcalc architecture --format latex zkvms/pico.toml > pico.tex")
        .addOption(
            Format.option(
                "markdown or latex (a whole document, for pdflatex).",
                Format.LATEX,
                Format.MARKDOWN,
                Format.LATEX))
        .addOption(EstimateOptions.regimesOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(ColorMode.option())
        .addPositional(Options.file());
  }

  @Override
  public int run(Request request) {
    EstimateOptions options = EstimateOptions.of(request);
    Estimates estimates = Estimates.of(options, request);
    estimates.checkSingle("architecture");
    List<Diagnostic> diagnostics = estimates.diagnosticsWithEmptiness();
    if (request.isRefused(diagnostics)) {
      return ExitCode.BAD_INPUT;
    }
    Estimated zkvm = estimates.zkvms().get(0);
    LoadedZkvm loaded = zkvm.loaded();
    Architecture architecture =
        new Architecture(
            Version.number(),
            zkvm.source(),
            options.caveats(),
            zkvm.estimate(),
            IntStream.range(0, zkvm.estimate().circuits().size())
                .mapToObj(loaded::statement)
                .toList(),
            zkvm.warningsOfFigures(),
            options(request, options.caveats().settings()));
    Document document = ArchitectureDocument.of(architecture);
    return request.answer(
        Format.of(request, Format.MARKDOWN) == Format.LATEX
            ? new LatexDocument(document)
            : new MarkdownDocument(document));
  }

  /** The options that the figures depend on, as they were given. */
  private static List<Architecture.Option> options(Request request, List<String> settings) {
    List<Architecture.Option> options = new ArrayList<>();
    for (String name : List.of("--regimes", "--bounds", "--accounting")) {
      if (request.has(name)) {
        options.add(new Architecture.Option(name, request.value(name, "")));
      }
    }
    settings.forEach(set -> options.add(new Architecture.Option("--set", set)));
    return options;
  }
}
