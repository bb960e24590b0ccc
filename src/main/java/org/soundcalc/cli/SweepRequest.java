package org.soundcalc.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.soundcalc.io.chart.ChartSvg;
import org.soundcalc.io.sweep.SweepColumn;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Suggestions;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.RecursionKeys;
import org.soundcalc.search.Lever;
import org.soundcalc.search.Sweep;
import org.soundcalc.search.space.Domain;
import org.soundcalc.search.space.VariableKeys;

/**
 * What a sweep is asked for.
 *
 * @param format of its points
 * @param columns beside the keys
 * @param minBits that points are said to have or not
 * @param limit the most points
 */
record SweepRequest(Format format, Set<SweepColumn> columns, OptionalInt minBits, long limit) {
  static final String SHOW = "--show";
  static final String MIN_BITS = "--min-bits";
  static final String LIMIT = "--limit";

  private static final int MOST_KEYS = 8;

  static final long USUAL_LIMIT = 100_000;
  private static final long LARGEST_LIMIT = 10_000_000;
  private static final long MOST_OF_PAGE = 10_000;
  private static final long MOST_BITS = 1_000_000;

  private static final Set<SweepColumn> USUAL =
      EnumSet.of(
          SweepColumn.DECIMAL,
          SweepColumn.REGIME,
          SweepColumn.BINDING,
          SweepColumn.WORST,
          SweepColumn.PROVER,
          SweepColumn.VERIFIER);

  /**
   * What was asked for.
   *
   * @throws UsageException if there is no such column, or a number is out of its range
   */
  static SweepRequest of(Request request, Format format) {
    return new SweepRequest(
        format,
        columns(request, format),
        request.has(MIN_BITS)
            ? OptionalInt.of((int) WholeNumber.of(request, MIN_BITS, "an integer", 1, MOST_BITS))
            : OptionalInt.empty(),
        request.has(LIMIT)
            ? WholeNumber.of(request, LIMIT, "an integer", 1, LARGEST_LIMIT)
            : USUAL_LIMIT);
  }

  /** Whether points are written as they are made. */
  boolean isStreamed() {
    return isStreamed(format);
  }

  private static boolean isStreamed(Format format) {
    return format == Format.CSV || format == Format.JSON;
  }

  private static Set<SweepColumn> columns(Request request, Format format) {
    if (!request.has(SHOW)) {
      return !isStreamed(format) ? USUAL : EnumSet.complementOf(EnumSet.of(SweepColumn.TREE));
    }
    Map<String, SweepColumn> known = new LinkedHashMap<>();
    Stream.of(SweepColumn.values()).forEach(column -> known.put(column.word(), column));
    Set<SweepColumn> columns = new LinkedHashSet<>();
    String list = request.value(SHOW, "");
    for (String word : list.split(",", -1)) {
      SweepColumn column = UsageException.known(SHOW + " " + list, word.strip(), "column", known);
      if (!columns.add(column)) {
        throw new UsageException(
            "%s %s: %s is there twice: leave out one of them".formatted(SHOW, list, column.word()));
      }
    }
    return columns;
  }

  private static List<Vary> varied(Request request) {
    List<Vary> varied = new ArrayList<>();
    for (String text : request.value(Vary.NAME, List.<String>of())) {
      Vary vary = Vary.of(text);
      if (vary.key().isEmpty()) {
        throw vary.refused("expected KEY=DOMAIN, as in num_queries=1..200");
      }
      if (varied.stream().anyMatch(other -> other.key().equals(vary.key()))) {
        throw vary.refused(vary.key() + " is varied twice: write all its values in one domain");
      }
      varied.add(vary);
    }
    if (varied.size() > MOST_KEYS) {
      throw new UsageException(
          "%s: %d keys are varied, at most %d are".formatted(Vary.NAME, varied.size(), MOST_KEYS));
    }
    return varied;
  }

  /**
   * The sweeps of those circuits that have all the keys, at least one.
   *
   * @param circuits that may be varied, by their names
   * @param source their file
   * @throws UsageException if there is none, or a domain is none of its key
   */
  static List<Sweep> sweeps(
      Request request, Map<String, Circuit> circuits, String source, List<Regime> regimes) {
    List<Vary> varied = varied(request);
    for (Vary vary : varied) {
      requireKnown(vary, circuits, source);
    }
    List<Sweep> sweeps = new ArrayList<>();
    for (Circuit circuit : circuits.values()) {
      Map<String, Key<Circuit, ?>> keys = VariableKeys.byName(circuit);
      if (varied.stream().allMatch(vary -> keys.containsKey(vary.key()))) {
        List<Lever> levers = new ArrayList<>();
        varied.forEach(vary -> levers.add(lever(vary, keys.get(vary.key()), circuit)));
        sweeps.add(new Sweep(circuit, regimes, levers));
      }
    }
    if (sweeps.isEmpty()) {
      throw new UsageException(
          Vary.NAME
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
    if (RecursionKeys.table().stream().anyMatch(key -> key.name().equals(vary.key()))) {
      throw vary.refused(
          "%s is a key of [%s], not of a circuit: sweep once for each value, as in --set %1$s=3000 %s"
              .formatted(vary.key(), RecursionKeys.TABLE, SHOW + " tree"));
    }
    if (!known.contains(vary.key())) {
      String whose =
          circuits.size() == 1
              ? "circuit \"" + circuits.keySet().iterator().next() + "\" of " + source + " has no"
              : "no circuit of " + source + " has a";
      throw vary.refused(whose + " key " + vary.key() + Suggestions.hint(vary.key(), known));
    }
  }

  private static Lever lever(Vary vary, Key<Circuit, ?> key, Circuit circuit) {
    try {
      return Lever.of(Domain.parse(key, vary.domain()), circuit);
    } catch (IllegalArgumentException e) {
      throw vary.refused(e.getMessage());
    }
  }

  /**
   * How many points there are, none of which is estimated before they are few enough.
   *
   * @throws UsageException if they are too many, or too many for the format
   */
  BigInteger checkedSize(List<Sweep> sweeps) {
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
    if (!isStreamed() && all.compareTo(BigInteger.valueOf(USUAL_LIMIT)) > 0) {
      throw new UsageException(
          "more than %d points are for programs: add --format csv or json".formatted(USUAL_LIMIT));
    }
    if (format == Format.SVG || format == Format.HTML) {
      checkDrawable(sweeps);
    }
    return all;
  }

  private void checkDrawable(List<Sweep> sweeps) {
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
}
