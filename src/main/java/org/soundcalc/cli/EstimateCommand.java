package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.config.Diagnostic;
import org.soundcalc.config.Setting;
import org.soundcalc.report.CsvWriter;
import org.soundcalc.report.JsonWriter;
import org.soundcalc.report.MarkdownWriter;
import org.soundcalc.report.Report;
import org.soundcalc.report.ReportWriter;
import org.soundcalc.report.TableWriter;
import org.soundcalc.report.ZkvmReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code soundcalc estimate}: the figures of zkVMs. All or nothing. */
@Command(
    name = "estimate",
    sortOptions = false,
    sortSynopsis = false,
    description = "Estimate the soundness and the proof size of zkVMs.",
    footer = {
      "",
      "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
      "",
      "Examples:",
      "  soundcalc estimate zkvms/pico.toml",
      "  soundcalc estimate --format json zkvms > estimates.json",
      "  soundcalc estimate --set riscv.num_queries=100 --circuit riscv zkvms/pico.toml"
    })
final class EstimateCommand implements Subcommand {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      converter = Format.Converter.class,
      description = {
        "table (for people), json (for programs), csv (a row for each term) or markdown.",
        "Default: table. Example: --format json"
      })
  private Format format;

  @Option(
      names = "--regimes",
      paramLabel = "LIST",
      defaultValue = "udr,jbr",
      description = {
        "Regimes, or the groups proven, conjectured and all, separated by commas.",
        "Default: udr,jbr. Example: --regimes proven"
      })
  private String regimes;

  @Option(
      names = "--circuit",
      paramLabel = "NAME",
      description = {
        "Print this circuit only; may be repeated. The zkVM's own figure stays that of all.",
        "Default: all circuits. Example: --circuit riscv"
      })
  private List<String> circuits = List.of();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Estimate with another value, in every circuit that knows the key, or in one"
            + " (CIRCUIT.KEY=VALUE); may be repeated.",
        "Default: as the files say. Example: --set num_queries=100"
      })
  private List<String> settings = List.of();

  @Option(
      names = "--verbose",
      description = {
        "Print every term with decimals and grinding, and every parameter (table only).",
        "Default: off. Example: --verbose"
      })
  private boolean verbose;

  @Mixin private ColorOption color;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "A .toml file, - for standard input, or a folder, which stands for the TOML files in it.",
        "Example: zkvms"
      })
  private List<String> files;

  @Override
  public int run(Session session) {
    Estimates estimates =
        Estimates.of(
            files,
            parse(settings),
            RegimeSelection.parse(regimes, session.plugins().regimes()),
            session);
    List<Diagnostic> diagnostics = estimates.diagnostics();
    Diagnostics.print(diagnostics, session.err(), color.diagnostics(session.terminal()));
    if (Diagnostics.hasErrors(diagnostics)) {
      return ExitCode.BAD_INPUT;
    }
    estimates.checkThatSomethingRemains();
    CircuitFilter filter = CircuitFilter.of(circuits, estimates.zkvms());
    List<ZkvmReport> zkvms = new ArrayList<>();
    for (Estimates.Estimated zkvm : estimates.zkvms()) {
      List<CircuitEstimate> shown = filter.of(zkvm.estimate());
      zkvms.add(new ZkvmReport(zkvm.source(), zkvm.estimate(), shown, zkvm.warnings()));
    }
    Report report = new Report(Version.currentNumber(), zkvms);
    ReportWriter writer = writer(session.terminal());
    session.out().print(out -> writer.write(report, out));
    return ExitCode.OK;
  }

  private static List<Setting> parse(List<String> texts) {
    List<Setting> settings = new ArrayList<>(texts.size());
    for (String text : texts) {
      settings.add(
          Setting.parse(text)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--set " + text + ": expected KEY=VALUE or CIRCUIT.KEY=VALUE")));
    }
    return settings;
  }

  private ReportWriter writer(Terminal terminal) {
    return switch (format) {
      case TABLE -> new TableWriter(color.results(terminal), terminal.width(), verbose);
      case JSON -> new JsonWriter();
      case CSV -> new CsvWriter();
      case MARKDOWN -> new MarkdownWriter();
    };
  }
}
