package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Improvement;
import org.soundcalc.io.estimate.CsvWriter;
import org.soundcalc.io.estimate.JsonWriter;
import org.soundcalc.io.estimate.MarkdownWriter;
import org.soundcalc.io.estimate.Report;
import org.soundcalc.io.estimate.ReportWriter;
import org.soundcalc.io.estimate.TableWriter;
import org.soundcalc.io.estimate.ZkvmReport;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.model.Regime;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code soundcalc estimate}: the figures of zkVMs. All or nothing. */
final class EstimateCommand implements Subcommand {
  private static final String FORMAT = "--format";
  private static final String VERBOSE = "--verbose";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    spec.usageMessage()
        .description("Estimate the soundness and the proof size of zkVMs.")
        .sortOptions(false)
        .sortSynopsis(false)
        .footer(
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Examples:",
            "  soundcalc estimate zkvms/pico.toml",
            "  soundcalc estimate --format json zkvms > estimates.json",
            "  soundcalc estimate --set riscv.num_queries=100 --circuit riscv zkvms/pico.toml");
    String formats =
        "table (for people), json (for programs), csv (a row for each term, none where a regime"
            + " does not cover a circuit) or markdown.";
    String verbose =
        "Print every term with decimals and grinding, and every parameter (table only).";
    return spec.addOption(
            EnumOption.option(
                    "FORMAT",
                    Format.values(),
                    Options.option(FORMAT, formats, "table", "--format json"))
                .build())
        .addOption(RegimeSelection.option())
        .addOption(CircuitFilter.option())
        .addOption(SettingOption.option())
        .addOption(AccountingOption.option())
        .addOption(Options.option(VERBOSE, verbose, "off", VERBOSE).build())
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    ColorMode color = ColorMode.of(arguments);
    List<Regime> regimes = RegimeSelection.of(arguments, session.plugins().regimes());
    List<Setting> settings = SettingOption.values(arguments);
    EstimateOptions basis = new EstimateOptions(regimes, settings, AccountingOption.of(arguments));
    Estimates estimates = Estimates.of(Options.files(arguments), basis, session);
    List<Diagnostic> diagnostics = new ArrayList<>(estimates.allDiagnostics());
    diagnostics.addAll(estimates.emptiness());
    Diagnostics.print(diagnostics, session.err(), color.diagnostics(session.terminal()));
    if (Diagnostics.hasErrors(diagnostics)) {
      return ExitCode.BAD_INPUT;
    }
    Report report =
        report(
            basis,
            estimates,
            CircuitFilter.of(arguments, estimates.zkvms()),
            others(arguments, session));
    ReportWriter writer = writer(arguments, color, session.terminal());
    session.out().print(out -> writer.write(report, out));
    return ExitCode.OK;
  }

  /**
   * The report.
   *
   * @param others regimes that may prove more than those asked for, to be told of
   */
  private static Report report(
      EstimateOptions basis, Estimates estimates, CircuitFilter filter, List<Regime> others) {
    List<ZkvmReport> zkvms = new ArrayList<>();
    for (Estimates.Estimated zkvm : estimates.zkvms()) {
      List<CircuitEstimate> shown = filter.of(zkvm.estimate());
      Optional<Improvement> improvement = Improvement.of(zkvm.estimate(), others);
      zkvms.add(
          new ZkvmReport(zkvm.source(), zkvm.estimate(), shown, zkvm.warnings(), improvement));
    }
    return new Report(Version.currentNumber(), basis.provisos(), zkvms);
  }

  /** Who asked for regimes is not told of others, nor is a program. */
  private static List<Regime> others(ParseResult arguments, Session session) {
    Format format = arguments.matchedOptionValue(FORMAT, Format.TABLE);
    boolean isForPeople = format == Format.TABLE || format == Format.MARKDOWN;
    return isForPeople && !RegimeSelection.isMade(arguments)
        ? session.plugins().regimes()
        : List.of();
  }

  private static ReportWriter writer(ParseResult arguments, ColorMode color, Terminal terminal) {
    return switch (arguments.matchedOptionValue(FORMAT, Format.TABLE)) {
      case TABLE ->
          new TableWriter(
              color.results(terminal), terminal.width(), arguments.hasMatchedOption(VERBOSE));
      case JSON -> new JsonWriter();
      case CSV -> new CsvWriter();
      case MARKDOWN -> new MarkdownWriter();
    };
  }
}
