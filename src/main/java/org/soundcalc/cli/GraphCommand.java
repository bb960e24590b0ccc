package org.soundcalc.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.appraisal.FileProblems;
import org.soundcalc.io.recursion.Dot;
import org.soundcalc.io.recursion.Mermaid;
import org.soundcalc.io.recursion.Svg;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.recursion.TreeDocument;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.model.keys.RecursionKeys;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc graph}: the tree of proofs of a zkVM. All or nothing. */
final class GraphCommand implements Subcommand {
  private static final String COUNTS =
      "[" + RecursionKeys.TABLE + "]\n" + RecursionKeys.MAX_LEAF_PROOFS.name() + " = 1\n";

  @Override
  public CommandSpec spec() {
    String formats =
        "text (for people), dot (for Graphviz), mermaid (for Markdown on GitHub and elsewhere) or"
            + " svg (a drawing).";
    return Options.command(
            this,
            "Draw the tree of proofs of a zkVM: which circuits verify which, with counts and bits.",
            "Exit codes: 0 done; 2 bad usage or bad input, and then nothing is drawn.",
            "",
            "Examples:",
            "  soundcalc graph zkvms/pico.toml",
            "  soundcalc graph --format svg zkvms/pico.toml > pico.svg",
            "  soundcalc graph --format dot zkvms/pico.toml | dot -Tpng > pico.png")
        .addOption(
            Format.option(formats, Format.SVG, Format.TEXT, Format.DOT, Format.MERMAID, Format.SVG))
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
    Inputs inputs = request.read(request.files());
    Estimates stated = Estimates.of(inputs, UnaryOperator.identity(), options, request);
    stated.checkSingle("graph");
    Optional<Estimates> described = described(stated, inputs, options, request);
    Estimates estimates = described.orElse(stated);
    List<Diagnostic> diagnostics = estimates.diagnosticsWithEmptiness();
    estimates.zkvms().forEach(zkvm -> zkvm.lackOfRecursion().ifPresent(diagnostics::add));
    if (request.isRefused(diagnostics)) {
      return ExitCode.BAD_INPUT;
    }
    ZkvmEstimate zkvm = estimates.zkvms().get(0).estimate();
    Tree tree = (described.isPresent() ? Tree.described(zkvm) : Tree.of(zkvm)).orElseThrow();
    return request.answer(
        switch (Format.of(request, Format.TEXT)) {
          case DOT -> new Dot(tree);
          case MERMAID -> new Mermaid(tree);
          case SVG -> Svg.of(tree);
          default -> request.text(TreeDocument.of(tree));
        });
  }

  /**
   * What a file describes that lacks the table of counts, and nothing else: with any count in that
   * table, which could not stand there twice, nothing is wrong with it.
   */
  private static Optional<Estimates> described(
      Estimates stated, Inputs inputs, EstimateOptions options, Request request) {
    if (!FileProblems.hasErrors(stated.diagnostics())) {
      return Optional.empty();
    }
    Estimates counted = Estimates.of(inputs, file -> file.with(COUNTS), options, request);
    return Optional.of(counted).filter(each -> !FileProblems.hasErrors(each.diagnostics()));
  }
}
