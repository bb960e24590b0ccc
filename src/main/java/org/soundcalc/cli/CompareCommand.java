package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.compare.Comparison;
import org.soundcalc.io.compare.CompareCsvWriter;
import org.soundcalc.io.compare.CompareJsonWriter;
import org.soundcalc.io.compare.CompareMarkdownWriter;
import org.soundcalc.io.compare.CompareReport;
import org.soundcalc.io.compare.CompareTableWriter;
import org.soundcalc.io.compare.CompareWriter;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.model.Regime;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code soundcalc compare}: what is proven beside what is conjectured. All or nothing. */
final class CompareCommand implements Subcommand {
  private static final String FORMAT = "--format";
  private static final String PER = "--per";
  private static final String USUAL_REGIMES = "all";

  /** What a row is. */
  private enum Per {
    ZKVM,
    CIRCUIT
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    spec.usageMessage()
        .description(
            "Compare what is proven with what is conjectured. The best proven figure is the most"
                + " that any proven regime gives, shown or not.")
        .sortOptions(false)
        .sortSynopsis(false)
        .footer(
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Examples:",
            "  soundcalc compare zkvms",
            "  soundcalc compare --per circuit --regimes proven zkvms/pico.toml",
            "  soundcalc compare --format markdown zkvms > comparison.md");
    String per = "What a row is: zkvm (the least bits over its circuits) or circuit.";
    String formats =
        "table (for people), json (for programs), csv (a row for each figure) or markdown.";
    return spec.addOption(RegimeSelection.option(USUAL_REGIMES))
        .addOption(
            EnumOption.option(
                    "WHAT", Per.values(), Options.option(PER, per, "zkvm", "--per circuit"))
                .build())
        .addOption(
            EnumOption.option(
                    "FORMAT",
                    Format.values(),
                    Options.option(FORMAT, formats, "table", "--format markdown"))
                .build())
        .addOption(SettingOption.option())
        .addOption(AccountingOption.option())
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    ColorMode color = ColorMode.of(arguments);
    List<Regime> known = session.plugins().regimes();
    EstimateOptions basis =
        new EstimateOptions(
            RegimeSelection.of(arguments, known, USUAL_REGIMES),
            SettingOption.values(arguments),
            AccountingOption.of(arguments));
    Estimates estimates = Estimates.of(Options.files(arguments), basis, session);
    List<Diagnostic> diagnostics = new ArrayList<>(estimates.diagnostics());
    diagnostics.addAll(emptiness(estimates));
    Diagnostics.print(diagnostics, session.err(), color.diagnostics(session.terminal()));
    if (Diagnostics.hasErrors(diagnostics)) {
      return ExitCode.BAD_INPUT;
    }
    boolean perCircuit = arguments.matchedOptionValue(PER, Per.ZKVM) == Per.CIRCUIT;
    CompareReport report = report(basis, known, estimates, perCircuit);
    CompareWriter writer = writer(arguments, color, session.terminal());
    session.out().print(out -> writer.write(report, out));
    return ExitCode.OK;
  }

  /** A table of dashes alone compares nothing; among others they tell something. */
  private static List<Diagnostic> emptiness(Estimates estimates) {
    return estimates.zkvms().stream().allMatch(Estimates.Estimated::isEmpty)
        ? estimates.emptiness()
        : List.of();
  }

  private static CompareReport report(
      EstimateOptions basis, List<Regime> known, Estimates estimates, boolean perCircuit) {
    List<Comparison> zkvms =
        estimates.zkvms().stream()
            .map(zkvm -> Comparison.of(zkvm.source(), zkvm.estimate(), known))
            .toList();
    List<Warning> warnings =
        estimates.zkvms().stream().flatMap(zkvm -> zkvm.fileWarnings().stream()).toList();
    return new CompareReport(
        Version.currentNumber(),
        basis.provisos(),
        new Estimator(basis.regimes()).regimes(),
        zkvms,
        perCircuit,
        warnings);
  }

  private static CompareWriter writer(ParseResult arguments, ColorMode color, Terminal terminal) {
    return switch (arguments.matchedOptionValue(FORMAT, Format.TABLE)) {
      case TABLE -> new CompareTableWriter(color.results(terminal), terminal.width());
      case JSON -> new CompareJsonWriter();
      case CSV -> new CompareCsvWriter();
      case MARKDOWN -> new CompareMarkdownWriter();
    };
  }
}
