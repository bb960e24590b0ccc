package org.soundcalc.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.soundcalc.analysis.sweep.SweepMeasure;
import org.soundcalc.cli.Estimates.Estimated;
import org.soundcalc.io.chart.ChartSvg;
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
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.Lever;
import org.soundcalc.search.Sweep;
import org.soundcalc.search.space.Domain;
import org.soundcalc.search.space.VariableKeys;
import picocli.CommandLine.Model.CommandSpec;

/** {@code soundcalc sweep}: every point of the product of some domains. All or nothing. */
final class SweepCommand implements Subcommand {
  private static final String VARY = "--vary";
  private static final String CIRCUIT = "--circuit";
  private static final String SHOW = "--show";
  private static final String MIN_BITS = "--min-bits";
  private static final String LIMIT = "--limit";

  private static final int MOST_KEYS = 8;

  /** Values of a lever that are tried for what follows from them. */
  private static final int SOME = 64;

  private static final long USUAL_LIMIT = 100_000;
  private static final long LARGEST_LIMIT = 10_000_000;
  private static final long MOST_OF_PAGE = 10_000;
  private static final long MOST_BITS = 1_000_000;
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  private static final Set<SweepColumn> USUAL =
      EnumSet.of(
          SweepColumn.DECIMAL,
          SweepColumn.REGIME,
          SweepColumn.BINDING,
          SweepColumn.WORST,
          SweepColumn.PROVER,
          SweepColumn.VERIFIER);

  @Override
  public CommandSpec spec() {
    String vary =
        "A key and its values: 1..400, 0..24:4 (with a step), 0.001..0.03:0.001, 1/2..1/64 (powers"
            + " of two), 4,8,16, auto, KoalaBear^4..8; of folding schedules any(2,4,8),"
            + " uniform(2,4,8), capped(16) or lists as [8,8],[8]. Once for each key; the last one"
            + " is varied fastest.";
    String show =
        "Columns beside the keys, separated by commas: bits, decimal, regime, binding, worst,"
            + " expected, prover, verifier, grinding, memory.";
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
                Options.option(VARY, vary, "none; at least one", VARY + " num_queries=1..200")
                    .required(true)))
        .addOption(
            Options.text(
                    "NAME",
                    Options.option(
                        CIRCUIT,
                        "Vary this circuit only.",
                        "every circuit that has the keys",
                        CIRCUIT + " riscv"))
                .build())
        .addOption(
            Options.text(
                    "COLUMNS",
                    Options.option(
                        SHOW,
                        show,
                        "all; in tables decimal, regime, binding, worst, prover and verifier",
                        SHOW + " bits,worst"))
                .build())
        .addOption(
            Options.text(
                    "N",
                    Options.option(
                        MIN_BITS,
                        "Say which points have so many bits, and which is the first.",
                        "nothing is said",
                        MIN_BITS + " 100"))
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
                        LIMIT,
                        "The most points, up to 10000000; beyond 100000 as csv or json alone.",
                        Long.toString(USUAL_LIMIT),
                        LIMIT + " 1000000"))
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
    Set<SweepColumn> columns = columns(request, format);
    OptionalInt minBits =
        request.has(MIN_BITS)
            ? OptionalInt.of((int) number(request, MIN_BITS, 1, MOST_BITS))
            : OptionalInt.empty();
    long limit = request.has(LIMIT) ? number(request, LIMIT, 1, LARGEST_LIMIT) : USUAL_LIMIT;
    EstimateOptions options = EstimateOptions.of(request);
    Estimates estimates = Estimates.of(options, request);
    estimates.checkSingle("sweep");
    List<Diagnostic> diagnostics = new ArrayList<>(estimates.diagnostics());
    diagnostics.addAll(estimates.emptiness());
    if (request.isRefused(diagnostics, format)) {
      return ExitCode.BAD_INPUT;
    }
    Estimated zkvm = estimates.zkvms().get(0);
    Map<String, Circuit> all = new LinkedHashMap<>();
    zkvm.circuits().forEach((name, circuit) -> all.put(name, circuit.circuit()));
    Map<String, Circuit> asked = new LinkedHashMap<>(all);
    if (request.has(CIRCUIT)) {
      String name = request.value(CIRCUIT, "");
      UsageException.known(CIRCUIT + " " + name, name, "circuit", all);
      asked.keySet().retainAll(Set.of(name));
    }
    List<Vary> varied = varied(request);
    List<Sweep> sweeps = sweeps(varied, asked, zkvm.source(), options.regimes());
    BigInteger points = checkedSize(sweeps, limit, format);
    if (format == Format.SVG || format == Format.HTML) {
      checkDrawable(sweeps, columns, format);
    }
    Set<String> leftOut = new LinkedHashSet<>(asked.keySet());
    sweeps.forEach(sweep -> leftOut.remove(sweep.circuit().id().name()));
    boolean mayMix = isStreamed(format) && file.isEmpty() && request.session().terminal().out();
    try (Progress progress = Progress.of(request.session(), points, "points", !mayMix)) {
      SweepReport report =
          new SweepReport(
              Version.number(),
              options.caveats(),
              zkvm.estimate().zkvm(),
              zkvm.source(),
              sweeps.stream().map(sweep -> measured(sweep, options, columns)).toList(),
              columns,
              minBits,
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
      if (!isStreamed(format)) {
        progress.end();
      }
      OutputFile.answer(request, file, result);
    }
    return ExitCode.OK;
  }

  /** Whether points are written as they are made. */
  private static boolean isStreamed(Format format) {
    return format == Format.CSV || format == Format.JSON;
  }

  private static Set<SweepColumn> columns(Request request, Format format) {
    if (!request.has(SHOW)) {
      return !isStreamed(format) ? USUAL : EnumSet.allOf(SweepColumn.class);
    }
    Map<String, SweepColumn> known = new LinkedHashMap<>();
    Stream.of(SweepColumn.values()).forEach(column -> known.put(column.word(), column));
    Set<SweepColumn> columns = new LinkedHashSet<>();
    String list = request.value(SHOW, "");
    for (String word : list.split(",", -1)) {
      columns.add(UsageException.known(SHOW + " " + list, word.strip(), "column", known));
    }
    return columns;
  }

  private static long number(Request request, String option, long least, long most) {
    String written = request.value(option, "").strip();
    long number = WHOLE.matcher(written).matches() ? Long.parseLong(written) : -1;
    if (number < least || number > most) {
      throw new UsageException(
          "%s %s: expected an integer from %d to %d"
              .formatted(option, written.isEmpty() ? "\"\"" : written, least, most));
    }
    return number;
  }

  /** A key and its values, as they were written. */
  private record Vary(String text, String key, String domain) {
    UsageException refused(String why) {
      return new UsageException(
          VARY + " " + (text.isBlank() ? '"' + text + '"' : text) + ": " + why);
    }
  }

  private static List<Vary> varied(Request request) {
    List<Vary> varied = new ArrayList<>();
    for (String text : request.value(VARY, List.<String>of())) {
      int end = text.indexOf('=');
      Vary vary =
          new Vary(text, text.substring(0, Math.max(0, end)).strip(), text.substring(end + 1));
      if (vary.key.isEmpty()) {
        throw vary.refused("expected KEY=DOMAIN, as in num_queries=1..200");
      }
      if (varied.stream().anyMatch(other -> other.key.equals(vary.key))) {
        throw vary.refused(vary.key + " is varied twice: write all its values in one domain");
      }
      varied.add(vary);
    }
    if (varied.size() > MOST_KEYS) {
      throw new UsageException(
          "%s: %d keys are varied, at most %d are".formatted(VARY, varied.size(), MOST_KEYS));
    }
    return varied;
  }

  private static List<Sweep> sweeps(
      List<Vary> varied, Map<String, Circuit> circuits, String source, List<Regime> regimes) {
    for (Vary vary : varied) {
      requireKnown(vary, circuits, source);
    }
    List<Sweep> sweeps = new ArrayList<>();
    for (Circuit circuit : circuits.values()) {
      Map<String, Key<Circuit, ?>> keys = VariableKeys.byName(circuit);
      if (varied.stream().allMatch(vary -> keys.containsKey(vary.key))) {
        List<Lever> levers = new ArrayList<>();
        varied.forEach(vary -> levers.add(lever(vary, keys.get(vary.key), circuit)));
        sweeps.add(new Sweep(circuit, regimes, levers));
      }
    }
    if (sweeps.isEmpty()) {
      throw new UsageException(
          VARY
              + ": no circuit of "
              + source
              + " has all of the keys "
              + String.join(", ", varied.stream().map(Vary::key).toList()));
    }
    return sweeps;
  }

  private static void requireKnown(Vary vary, Map<String, Circuit> circuits, String source) {
    Set<String> known = new LinkedHashSet<>();
    circuits.values().forEach(circuit -> known.addAll(VariableKeys.byName(circuit).keySet()));
    if (!known.contains(vary.key)) {
      String whose =
          circuits.size() == 1
              ? "circuit \"" + circuits.keySet().iterator().next() + "\" of " + source + " has no"
              : "no circuit of " + source + " has a";
      throw vary.refused(whose + " key " + vary.key + Suggestions.hint(vary.key, known));
    }
  }

  private static Lever lever(Vary vary, Key<Circuit, ?> key, Circuit circuit) {
    try {
      return Lever.of(Domain.parse(key, vary.domain), circuit);
    } catch (IllegalArgumentException e) {
      throw vary.refused(e.getMessage());
    }
  }

  /** How many points there are, none of which is estimated before they are few enough. */
  private static BigInteger checkedSize(List<Sweep> sweeps, long limit, Format format) {
    BigInteger all = BigInteger.ZERO;
    for (Sweep sweep : sweeps) {
      all = all.add(sweep.size());
    }
    if (all.compareTo(BigInteger.valueOf(limit)) > 0) {
      boolean mayBeMore = all.compareTo(BigInteger.valueOf(LARGEST_LIMIT)) <= 0;
      throw new UsageException(
          "the sweep has %s points, at most %d are estimated: %s"
              .formatted(
                  product(sweeps, all),
                  limit,
                  "narrow a domain" + (mayBeMore ? ", or allow them with --limit " + all : "")));
    }
    if (format == Format.HTML && all.compareTo(BigInteger.valueOf(MOST_OF_PAGE)) > 0) {
      throw new UsageException(
          "more than %d points are too many for a page: add --format csv".formatted(MOST_OF_PAGE));
    }
    if (!isStreamed(format) && all.compareTo(BigInteger.valueOf(USUAL_LIMIT)) > 0) {
      throw new UsageException(
          "more than %d points are for programs: add --format csv or json".formatted(USUAL_LIMIT));
    }
    return all;
  }

  private static void checkDrawable(List<Sweep> sweeps, Set<SweepColumn> columns, Format format) {
    String asked = "--format " + format.name().toLowerCase(Locale.ROOT);
    List<Lever> levers = sweeps.get(0).levers();
    if (levers.size() > 2) {
      throw new UsageException(
          asked
              + ": a chart has one or two keys, not "
              + levers.size()
              + ": fix the others by --set");
    }
    int lines = levers.size() == 1 ? 1 : levers.get(1).values().size();
    if (lines > ChartSvg.MOST_LINES) {
      throw new UsageException(
          "%s: %d values of %s are as many lines, at most %d can be told apart: vary it first"
              .formatted(asked, lines, levers.get(1).key(), ChartSvg.MOST_LINES));
    }
    if (format == Format.SVG && sweeps.size() > 1) {
      throw new UsageException(
          asked
              + ": a chart is of one circuit, and "
              + sweeps.size()
              + " have the keys: add --circuit");
    }
    if (columns.stream().noneMatch(SweepColumn::isDrawn)) {
      throw new UsageException(
          asked + ": a chart shows bits, decimal, worst or expected: add one to " + SHOW);
    }
  }

  /** Such as {@code 400 x 25 = 10000}, or {@code 3 circuits x 400 = 1200}. */
  private static String product(List<Sweep> sweeps, BigInteger all) {
    List<String> factors = new ArrayList<>();
    if (sweeps.size() > 1) {
      factors.add(sweeps.size() + " circuits");
    }
    sweeps.get(0).levers().forEach(lever -> factors.add(Integer.toString(lever.values().size())));
    return factors.size() == 1 ? all.toString() : String.join(" x ", factors) + " = " + all;
  }

  private static SweepReport.OfCircuit measured(
      Sweep sweep, EstimateOptions options, Set<SweepColumn> columns) {
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
                options.costs().hashRate(sweep.circuit())),
            following(sweep)));
  }

  /** Keys whose values follow from the levers', as far as some of these tell. */
  private static List<Key<Circuit, ?>> following(Sweep sweep) {
    List<Key<Circuit, ?>> keys = List.copyOf(VariableKeys.of(sweep.circuit()).values());
    List<Key<Circuit, ?>> varied = new ArrayList<>();
    sweep.levers().forEach(lever -> varied.add(lever.key()));
    Set<Key<Circuit, ?>> following = new LinkedHashSet<>();
    for (Lever lever : sweep.levers()) {
      lever
          .key()
          .follower(keys)
          .filter(key -> !varied.contains(key) && moves(lever, key, sweep.circuit()))
          .ifPresent(following::add);
    }
    return List.copyOf(following);
  }

  private static boolean moves(Lever lever, Key<Circuit, ?> follower, Circuit circuit) {
    Object now = follower.get(circuit);
    for (Object value : lever.typed().subList(0, Math.min(SOME, lever.typed().size()))) {
      try {
        if (!follower.get(Key.with(circuit, Map.of(lever.key(), value))).equals(now)) {
          return true;
        }
      } catch (InvalidConfiguration contradiction) {
        // a row will say so
      }
    }
    return false;
  }
}
