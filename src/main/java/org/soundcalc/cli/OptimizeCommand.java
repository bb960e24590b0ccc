package org.soundcalc.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.gate.Caveats;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.gate.CaveatWords;
import org.soundcalc.io.optimum.OptimumChart;
import org.soundcalc.io.optimum.OptimumCsv;
import org.soundcalc.io.optimum.OptimumDocument;
import org.soundcalc.io.optimum.OptimumJson;
import org.soundcalc.io.optimum.OptimumReport;
import org.soundcalc.io.optimum.OptimumToml;
import org.soundcalc.io.optimum.SavingsDocument;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.SearchOptions;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.search.optimum.Deadline;
import org.soundcalc.search.optimum.Extent;
import org.soundcalc.search.optimum.Point;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc optimize}: the configuration that costs least. All or nothing. */
final class OptimizeCommand implements Subcommand {
  private static final String RECURSION = "--recursion";
  static final String FULL = "--full";
  private static final String TIME = "--time-limit";
  private static final long USUAL_SECONDS = 60;
  private static final long MOST_SECONDS = 86_400;

  @Override
  public CommandSpec spec() {
    CommandSpec command =
        Options.command(
            this,
            "Find the configuration that costs least of all that have the bits that are wanted, or"
                + " why there is none.",
            "Without options it says what is free: a smaller proof at the bits, the rate and the"
                + " proof-of-work of today. What a circuit proves never moves: its trace,"
                + " constraints, opening points and lookups.",
            "",
            "A file may say itself what is wanted, in a table [search] (docs/search.md); options of"
                + " the command line win.",
            "",
            "Exit codes: 0 every circuit has one; 1 a circuit has none, or leaves as much as"
                + " --require says; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Examples:",
            "  soundcalc optimize zkvms/sp1.toml",
            "  soundcalc optimize --milestone h-star zkvms/zisk.toml",
            "  soundcalc optimize --milestone h-star --max-prover 1x --circuit Final_Compressed"
                + " zkvms/zisk.toml",
            "  soundcalc optimize --require 5% zkvms/*.toml");
    OptimizeSpec.addTo(command);
    return command
        .addOption(CircuitOption.several())
        .addOption(
            Options.flag(
                RECURSION,
                "Want the bits of the whole tree of proofs, not of each circuit: those that there"
                    + " are fewer proofs of may have fewer (needs verifies, arity and"
                    + " [recursion])."))
        .addOption(EstimateOptions.regimesOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(EstimateOptions.hashRateOption())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(EstimateOptions.sizesOption())
        .addOption(
            Options.text(
                    "SECONDS",
                    Options.option(
                        TIME,
                        "When to end the search of all circuits with the best found so far, which"
                            + " is said not to be optimal then.",
                        Long.toString(USUAL_SECONDS),
                        TIME + " 600"))
                .build())
        .addOption(Options.flag(FULL, "Show every circuit in full, not the last one alone."))
        .addOption(
            Format.option(
                "table (for people), json, csv (a row for each point; "
                    + Format.CSV_CELLS
                    + "), toml (what changes in the files, to be pasted), markdown, and of one"
                    + " circuit's front svg (a chart) or html (the chart and all points,"
                    + " self-contained).",
                Format.TOML,
                Format.TABLE,
                Format.JSON,
                Format.CSV,
                Format.TOML,
                Format.MARKDOWN,
                Format.SVG,
                Format.HTML))
        .addOption(OutputFile.option("front.html"))
        .addOption(ColorMode.option())
        .addPositional(Options.files());
  }

  @Override
  public int run(Request request) {
    Format format = Format.of(request, Format.TABLE);
    OptimizeOptions wanted = OptimizeOptions.of(request, SearchOptions.Part.NONE);
    OptimizeOptions.required(request);
    OutputFile.of(request);
    boolean isDrawn = format == Format.SVG || format == Format.HTML;
    if (isDrawn && !OptimumChart.isDrawn(wanted.front())) {
      throw undrawn(
          format,
          "a chart is of a front on two axes: --pareto proof-size,prover (or verifier, or memory"
              + " in place of prover)");
    }
    Duration timeLimit = timeLimit(request);
    EstimateOptions options = EstimateOptions.of(request);
    checkTree(wanted, request);
    List<Regime> regimes = options.regimes().stream().filter(Regime::isProven).toList();
    if (regimes.isEmpty()) {
      throw new UsageException(
          EstimateOptions.REGIMES + ": optimize counts proven regimes only: name one, such as jbr");
    }
    Estimates estimates = Estimates.of(options, request);
    List<Diagnostic> diagnostics = estimates.diagnosticsWithEmptiness();
    if (request.has(RECURSION)) {
      estimates.zkvms().forEach(each -> each.lackOfRecursion().ifPresent(diagnostics::add));
    }
    if (request.isRefused(diagnostics, format)) {
      return ExitCode.BAD_INPUT;
    }
    List<String> names = CircuitOption.names(request, estimates);
    List<Circuit> searched =
        estimates.zkvms().stream()
            .flatMap(zkvm -> zkvm.estimate().circuits().stream())
            .map(CircuitEstimate::circuit)
            .filter(each -> names.isEmpty() || names.contains(each.id().name()))
            .toList();
    wanted.checkKeys(searched);
    if (isDrawn && searched.size() != 1) {
      throw undrawn(
          format,
          "a chart is of one circuit, not of %d: name one FILE, and one circuit of it by %s"
              .formatted(searched.size(), CircuitOption.NAME));
    }
    Deadline deadline = Deadline.after(timeLimit);
    Interruption interruption = Interruption.stops(deadline::interrupt);
    try {
      OptimumSearches searches = new OptimumSearches(request, options, regimes, deadline);
      List<OptimumReport.Row> rows =
          request.has(RECURSION)
              ? searches.trees(estimates.zkvms())
              : searches.rows(estimates.zkvms(), names);
      return answer(request, estimates, options, rows);
    } finally {
      interruption.close();
    }
  }

  private static int answer(
      Request request, Estimates estimates, EstimateOptions options, List<OptimumReport.Row> rows) {
    Optional<BigDecimal> required = OptimizeOptions.required(request);
    OptimumReport report =
        new OptimumReport(
            Version.number(),
            options.caveats(),
            reproducing(request),
            OptimizeSpec.again(request),
            rows,
            warnings(request, estimates.zkvms(), rows));
    boolean inFull = request.has(FULL);
    Rendering result =
        switch (Format.of(request, Format.TABLE)) {
          case JSON ->
              new JsonDocument(
                  OptimumJson.of(report)
                      .putPresent(
                          "required",
                          required.map(percent -> SavingsDocument.json(report, percent))));
          case CSV -> OptimumCsv.of(report);
          case TOML -> OptimumToml.of(report, inFull);
          case SVG -> OptimumChart.svg(report);
          case HTML -> OptimumChart.html(report);
          case MARKDOWN -> new MarkdownDocument(document(report, required, Medium.PAGE, inFull));
          default -> request.text(document(report, required, Medium.TERMINAL, inFull));
        };
    if (Format.of(request, Format.TABLE) == Format.CSV) {
      request.warn(cuts(rows));
    }
    OutputFile.answer(request, OutputFile.of(request), result);
    boolean isPassed = required.stream().allMatch(p -> SavingsDocument.isPassed(report, p));
    return report.allFound() && isPassed ? ExitCode.OK : ExitCode.GATE_FAILED;
  }

  /** Rows have no room for it. */
  private static List<Diagnostic> cuts(List<OptimumReport.Row> rows) {
    List<Diagnostic> cuts = new ArrayList<>();
    for (OptimumReport.Row row : rows) {
      row.cuts().forEach(cut -> cuts.add(Diagnostic.of(row.source(), Severity.WARNING, cut)));
    }
    return cuts;
  }

  private static UsageException undrawn(Format format, String why) {
    return new UsageException("--format " + format.name().toLowerCase(Locale.ROOT) + ": " + why);
  }

  private static Document document(
      OptimumReport report, Optional<BigDecimal> required, Medium medium, boolean inFull) {
    return required
        .map(percent -> SavingsDocument.of(report, percent, medium))
        .orElseGet(() -> OptimumDocument.of(report, medium, inFull));
  }

  /** Of the files, and what is taken for granted of the configurations that were found. */
  private static List<Warning> warnings(
      Request request, List<Estimated> zkvms, List<OptimumReport.Row> rows) {
    List<Warning> warnings = new ArrayList<>();
    for (int i = 0; i < zkvms.size(); i++) {
      warnings.addAll(zkvms.get(i).warnings());
      if (limitsNothing(request, rows.get(i))) {
        String limit =
            "%s %s limits nothing: proof-of-work stays as it is; %s tuned moves it"
                .formatted(
                    OptimizeSpec.GRINDING,
                    request.value(OptimizeSpec.GRINDING, ""),
                    OptimizeSpec.SPACE);
        warnings.add(new Warning(zkvms.get(i).source(), Optional.empty(), limit));
      }
      if (limitsNoSize(request, rows.get(i))) {
        String limit =
            "%s %s limits nothing: it is of the final proof, whose circuit is left out"
                .formatted(OptimizeSpec.SIZE, request.value(OptimizeSpec.SIZE, ""));
        warnings.add(new Warning(zkvms.get(i).source(), Optional.empty(), limit));
      }
      List<CircuitEstimate> best = new ArrayList<>();
      for (CircuitOptimum circuit : rows.get(i).circuits()) {
        if (!circuit.changes().isEmpty()) {
          Point point = circuit.best().orElseThrow();
          best.add(new CircuitEstimate(point.circuit(), List.of(CircuitOptimum.figures(point))));
        }
      }
      if (!best.isEmpty()) {
        ZkvmEstimate found = new ZkvmEstimate(zkvms.get(i).estimate().zkvm(), best);
        for (CaveatWords caveat : CaveatWords.of(Caveats.ofGrinding(found), found)) {
          warnings.add(
              new Warning(
                  zkvms.get(i).source(), Optional.empty(), "of the best: " + caveat.message()));
        }
      }
    }
    return warnings;
  }

  /** Whether proof-of-work is limited on the command line, and does not move by itself. */
  private static boolean limitsNothing(Request request, OptimumReport.Row row) {
    return request.has(OptimizeSpec.GRINDING)
        && !request.has(OptimizeSpec.REQUIRE)
        && OptimizeOptions.of(request, SearchOptions.Part.NONE).space().extent() == Extent.FREE
        && row.circuits().stream().noneMatch(some -> some.space().movesWork(some.circuit()));
  }

  /** Whether the final proof is limited on the command line, and none but others are searched. */
  private static boolean limitsNoSize(Request request, OptimumReport.Row row) {
    return request.has(OptimizeSpec.SIZE) && row.circuits().stream().noneMatch(row::isFinal);
  }

  /** The options that figures depend on, as they were given, settings apart. */
  private static List<String> reproducing(Request request) {
    List<String> options =
        List.of("--regimes", "--bounds", "--hash-rate", "--accounting", "--sizes");
    return OptimizeSpec.given(request, options);
  }

  private static Duration timeLimit(Request request) {
    String text = request.value(TIME, Long.toString(USUAL_SECONDS)).strip();
    return Duration.ofSeconds(
        WholeNumber.parse(text, 0, MOST_SECONDS)
            .orElseThrow(
                () ->
                    new UsageException(
                        "%s \"%s\": expected whole seconds from 0 to %d"
                            .formatted(TIME, text, MOST_SECONDS))));
  }

  private static void checkTree(OptimizeOptions wanted, Request request) {
    if (request.has(RECURSION) && request.has(CircuitOption.NAME)) {
      throw new UsageException(
          RECURSION + " is of all circuits: leave " + CircuitOption.NAME + " out");
    }
    if (request.has(RECURSION) && !wanted.front().isEmpty()) {
      throw new UsageException(
          RECURSION + " allots one configuration to each circuit: leave --pareto out");
    }
    if (request.has(RECURSION) && OptimizeOptions.required(request).isPresent()) {
      throw new UsageException(
          "--require is of each circuit with the bits that it has: leave " + RECURSION + " out");
    }
  }
}
