package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.io.recursion.DotWriter;
import org.soundcalc.io.recursion.GraphTextWriter;
import org.soundcalc.io.recursion.GraphWriter;
import org.soundcalc.io.recursion.MermaidWriter;
import org.soundcalc.io.recursion.SvgWriter;
import org.soundcalc.io.recursion.Tree;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.model.Regime;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code soundcalc graph}: the tree of proofs of a zkVM. All or nothing. */
final class GraphCommand implements Subcommand {
  private static final String FORMAT = "--format";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    spec.usageMessage()
        .description("Draw which circuits of a zkVM verify which, and what their proofs cost.")
        .sortOptions(false)
        .sortSynopsis(false)
        .footer(
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then nothing is drawn.",
            "",
            "Examples:",
            "  soundcalc graph zkvms/pico.toml",
            "  soundcalc graph --format svg zkvms/pico.toml > pico.svg",
            "  soundcalc graph --format dot zkvms/pico.toml | dot -Tpng > pico.png");
    String formats =
        "text (for people), dot (for Graphviz), mermaid (for Markdown on GitHub and elsewhere) or"
            + " svg (a drawing).";
    return spec.addOption(
            EnumOption.option(
                    "FORMAT",
                    GraphFormat.values(),
                    Options.option(FORMAT, formats, "text", "--format svg"))
                .build())
        .addOption(RegimeSelection.option())
        .addOption(SettingOption.option())
        .addOption(AccountingOption.option())
        .addOption(ColorMode.option())
        .addPositional(Options.file());
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    ColorMode color = ColorMode.of(arguments);
    List<Regime> regimes = RegimeSelection.of(arguments, session.plugins().regimes());
    List<Setting> settings = SettingOption.values(arguments);
    EstimateOptions basis = new EstimateOptions(regimes, settings, AccountingOption.of(arguments));
    Estimates estimates = Estimates.of(Options.files(arguments), basis, session);
    estimates.checkSingle("graph");
    List<Diagnostic> diagnostics = new ArrayList<>(estimates.allDiagnostics());
    diagnostics.addAll(estimates.emptiness());
    estimates.zkvms().forEach(zkvm -> zkvm.lackOfRecursion().ifPresent(diagnostics::add));
    Diagnostics.print(diagnostics, session.err(), color.diagnostics(session.terminal()));
    if (Diagnostics.hasErrors(diagnostics)) {
      return ExitCode.BAD_INPUT;
    }
    Optional<Tree> tree = Tree.of(estimates.zkvms().get(0).estimate());
    GraphWriter writer = writer(arguments, color, session.terminal());
    tree.ifPresent(drawn -> session.out().print(out -> writer.write(drawn, out)));
    return ExitCode.OK;
  }

  private static GraphWriter writer(ParseResult arguments, ColorMode color, Terminal terminal) {
    return switch (arguments.matchedOptionValue(FORMAT, GraphFormat.TEXT)) {
      case TEXT -> new GraphTextWriter(color.results(terminal), terminal.width());
      case DOT -> new DotWriter();
      case MERMAID -> new MermaidWriter();
      case SVG -> new SvgWriter();
    };
  }
}
