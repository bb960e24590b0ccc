package org.soundcalc.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.analysis.sweep.SweepMeasure;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.sweep.SweepChart;
import org.soundcalc.io.sweep.SweepColumn;
import org.soundcalc.io.sweep.SweepCsv;
import org.soundcalc.io.sweep.SweepDocument;
import org.soundcalc.io.sweep.SweepHtml;
import org.soundcalc.io.sweep.SweepJson;
import org.soundcalc.io.sweep.SweepReport;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.search.Lever;
import org.soundcalc.search.Sweep;
import org.soundcalc.search.space.VariableKeys;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc sweep}: every point of the product of some domains. All or nothing. */
final class SweepCommand implements Subcommand {
  /** Values of a lever that are tried for what follows from them. */
  private static final int SOME = 64;

  @Override
  public CommandSpec spec() {
    String vary =
        "A key and its values: 1..400, 0..24:4 (with a step), 0.001..0.03:0.001, 1/2..1/64 (powers"
            + " of two), 4,8,16, auto, KoalaBear^4..8; of folding schedules any(2,4,8),"
            + " uniform(2,4,8), capped(16) or lists as [8,8],[8]. Once for each key; the last one"
            + " is varied fastest.";
    String show =
        "Columns beside the keys, separated by commas: bits, decimal, regime, binding, worst,"
            + " expected, prover, verifier, grinding, memory, tree (the bits of the whole tree of"
            + " proofs, with the other circuits as they are).";
    String formats =
        "table (for people), csv or json (for programs, of any number of points; "
            + Format.CSV_CELLS
            + "), markdown, svg (a line for each value of the second key over the first, of bits or"
            + " else a size) or html (charts and the table, self-contained).";
    return Options.command(
            this,
            "Estimate every point of the product of some keys' values. Points that contradict"
                + " themselves are rows with the reason.",
            "A table of one key with numbers has a row for each run for which one term binds. Where"
                + " several regimes are asked for, a row has the bits of the best proven one.",
            "Prover and verifier are counts of permutations of the hash against the circuit as it"
                + " is; no seconds follow from them.",
            "",
            "Exit codes: 0 done; 2 bad usage or bad input, and then no result is printed.",
            "",
            "Examples:",
            "  soundcalc sweep --vary num_queries=1..200 --circuit riscv zkvms/pico.toml",
            "  soundcalc sweep --vary gap_to_radius=0.001..0.03:0.001 --regimes jbr --circuit"
                + " riscv --format csv zkvms/pico.toml",
            "  soundcalc sweep --vary rho=1/2..1/16 --vary num_queries=20..100:20 --min-bits 100"
                + " zkvms/miden.toml")
        .addOption(
            Options.texts(
                "KEY=DOMAIN",
                Options.option(
                        Vary.NAME, vary, "none; at least one", Vary.NAME + " num_queries=1..200")
                    .required(true)))
        .addOption(CircuitOption.one("Vary this circuit only.", "every circuit that has the keys"))
        .addOption(
            Options.text(
                    "COLUMNS",
                    Options.option(
                        SweepRequest.SHOW,
                        show,
                        "all but tree; in tables decimal, regime, binding, worst, prover and"
                            + " verifier",
                        SweepRequest.SHOW + " bits,worst"))
                .build())
        .addOption(
            Options.text(
                    "N",
                    Options.option(
                        SweepRequest.MIN_BITS,
                        "Say which points have so many bits, and which is the first.",
                        "nothing is said",
                        SweepRequest.MIN_BITS + " 100"))
                .build())
        .addOption(
            Format.option(
                formats,
                Format.CSV,
                Format.TABLE,
                Format.CSV,
                Format.JSON,
                Format.MARKDOWN,
                Format.SVG,
                Format.HTML))
        .addOption(
            Options.text(
                    "N",
                    Options.option(
                        SweepRequest.LIMIT,
                        "The most points, up to 10000000; beyond 100000 as csv or json alone.",
                        Long.toString(SweepRequest.USUAL_LIMIT),
                        SweepRequest.LIMIT + " 1000000"))
                .build())
        .addOption(OutputFile.option("sweep.csv"))
        .addOption(EstimateOptions.regimesOption())
        .addOption(EstimateOptions.boundsOption())
        .addOption(EstimateOptions.setOption())
        .addOption(EstimateOptions.accountingOption())
        .addOption(EstimateOptions.sizesOption())
        .addOption(EstimateOptions.hashRateOption())
        .addOption(ColorMode.option())
        .addPositional(Options.file());
  }

  @Override
  public int run(Request request) {
    Format format = Format.of(request, Format.TABLE);
    Optional<OutputFile> file = OutputFile.of(request);
    SweepRequest wanted = SweepRequest.of(request, format);
    EstimateOptions options = EstimateOptions.of(request);
    Estimates estimates = Estimates.of(options, request);
    estimates.checkSingle("sweep");
    List<Diagnostic> diagnostics = new ArrayList<>(estimates.diagnostics());
    diagnostics.addAll(estimates.emptiness());
    boolean hasTree = wanted.columns().contains(SweepColumn.TREE);
    if (hasTree) {
      estimates.zkvms().forEach(each -> each.lackOfRecursion().ifPresent(diagnostics::add));
    }
    if (request.isRefused(diagnostics, format)) {
      return ExitCode.BAD_INPUT;
    }
    Estimated zkvm = estimates.zkvms().get(0);
    Map<String, Circuit> asked = new LinkedHashMap<>();
    zkvm.circuits().forEach((name, circuit) -> asked.put(name, circuit.circuit()));
    if (request.has(CircuitOption.NAME)) {
      String name = request.value(CircuitOption.NAME, "");
      CircuitOption.circuit(name, asked);
      asked.keySet().retainAll(Set.of(name));
    }
    Optional<TreeEstimate> tree = hasTree ? TreeEstimate.of(zkvm.estimate()) : Optional.empty();
    List<Sweep> sweeps = SweepRequest.sweeps(request, asked, zkvm.source(), options.regimes());
    BigInteger points = wanted.checkedSize(sweeps);
    Set<String> leftOut = new LinkedHashSet<>(asked.keySet());
    sweeps.forEach(sweep -> leftOut.remove(sweep.circuit().id().name()));
    boolean mayMix = wanted.isStreamed() && file.isEmpty() && request.session().terminal().out();
    try (Progress progress = Progress.of(request.session(), points, "points", !mayMix)) {
      SweepReport report =
          new SweepReport(
              Version.number(),
              options.caveats(),
              zkvm.estimate().zkvm(),
              zkvm.source(),
              sweeps.stream()
                  .map(sweep -> measured(sweep, options, wanted.columns(), tree))
                  .toList(),
              wanted.columns(),
              wanted.minBits(),
              List.copyOf(leftOut),
              zkvm.warnings(),
              progress);
      Rendering result =
          switch (format) {
            case JSON -> new SweepJson(report);
            case CSV -> new SweepCsv(report);
            case SVG -> SweepChart.svg(report);
            case HTML -> new SweepHtml(report);
            case MARKDOWN -> new MarkdownDocument(SweepDocument.of(report, Medium.PAGE));
            default -> request.text(SweepDocument.of(report, Medium.TERMINAL));
          };
      if (!wanted.isStreamed()) {
        progress.end();
      }
      OutputFile.answer(request, file, result);
    }
    return ExitCode.OK;
  }

  private static SweepReport.OfCircuit measured(
      Sweep sweep, EstimateOptions options, Set<SweepColumn> columns, Optional<TreeEstimate> tree) {
    boolean anyProven = options.regimes().stream().anyMatch(Regime::isProven);
    Predicate<Regime> admitted = regime -> !anyProven || regime.isProven();
    return new SweepReport.OfCircuit(
        sweep,
        new SweepMeasure(
            sweep,
            admitted,
            new SweepMeasure.Wanted(
                columns.contains(SweepColumn.DECIMAL),
                columns.stream().anyMatch(SweepColumn::isSize),
                columns.stream().anyMatch(SweepColumn::isCost),
                options.costs().hashRate(sweep.circuit()),
                tree),
            following(sweep)));
  }

  /** Keys whose values follow from the levers', as far as some of these tell. */
  private static List<Key<Circuit, ?>> following(Sweep sweep) {
    List<Key<Circuit, ?>> keys = List.copyOf(VariableKeys.of(sweep.circuit()).values());
    List<Key<Circuit, ?>> varied = new ArrayList<>();
    sweep.levers().forEach(lever -> varied.add(lever.key()));
    Set<Key<Circuit, ?>> following = new LinkedHashSet<>();
    for (Lever lever : sweep.levers()) {
      Keys.followerOf(lever.key(), keys)
          .filter(key -> !varied.contains(key) && moves(lever, key, sweep.circuit()))
          .ifPresent(following::add);
    }
    return List.copyOf(following);
  }

  private static boolean moves(Lever lever, Key<Circuit, ?> follower, Circuit circuit) {
    Object now = follower.get(circuit);
    for (Object value : lever.typed().subList(0, Math.min(SOME, lever.typed().size()))) {
      try {
        if (!follower.get(Keys.with(circuit, Map.of(lever.key(), value))).equals(now)) {
          return true;
        }
      } catch (InvalidConfiguration contradiction) {
        // a row will say so
      }
    }
    return false;
  }
}
