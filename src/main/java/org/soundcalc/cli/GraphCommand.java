package org.soundcalc.cli;

import java.util.List;
import org.soundcalc.io.recursion.Dot;
import org.soundcalc.io.recursion.Mermaid;
import org.soundcalc.io.recursion.Svg;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.recursion.TreeDocument;
import org.soundcalc.io.toml.Diagnostic;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc graph}: the tree of proofs of a zkVM. All or nothing. */
final class GraphCommand implements Subcommand {

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
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(ColorMode.option())
        .addPositional(Options.file());
  }

  @Override
  public int run(Request request) {
    Estimates estimates = Estimates.of(EstimateOptions.of(request), request);
    estimates.checkSingle("graph");
    List<Diagnostic> diagnostics = estimates.allDiagnostics();
    diagnostics.addAll(estimates.emptiness());
    estimates.zkvms().forEach(zkvm -> zkvm.lackOfRecursion().ifPresent(diagnostics::add));
    if (request.isRefused(diagnostics)) {
      return ExitCode.BAD_INPUT;
    }
    Tree tree = Tree.of(estimates.zkvms().get(0).estimate()).orElseThrow();
    return request.answer(
        switch (Format.of(request, Format.TEXT)) {
          case DOT -> new Dot(tree);
          case MERMAID -> new Mermaid(tree);
          case SVG -> Svg.of(tree);
          default -> request.text(TreeDocument.of(tree));
        });
  }
}
