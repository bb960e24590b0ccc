package org.soundcalc.io.sweep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.analysis.sweep.SweepFigures;
import org.soundcalc.io.chart.Axis;
import org.soundcalc.io.chart.Chart;
import org.soundcalc.io.chart.ChartSvg;
import org.soundcalc.io.document.XmlElement;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.Lever;
import org.soundcalc.search.Sweep;

/**
 * A sweep of one or two levers as a chart: a line for each value of the second, over the values of
 * the first, with the milestones' lines, and a mark where another term binds.
 */
public final class SweepChart {
  private static final double HUNDREDTHS = 100;
  private static final double BITS_PER_KIB = 8192;

  /** A milestone so far above all points would make them flat. */
  private static final double FAR = 1.4;

  private final SweepReport report;
  private final SweepReport.OfCircuit of;
  private final SweepColumn height;
  private final List<Lever> levers;

  private SweepChart(SweepReport report, SweepReport.OfCircuit of, SweepColumn height) {
    this.report = report;
    this.of = of;
    this.height = height;
    this.levers = report.levers();
  }

  /**
   * Draws the sweep of the first circuit.
   *
   * @param report a sweep of one or two levers
   * @return the drawing
   */
  public static XmlElement svg(SweepReport report) {
    return ChartSvg.of(of(report, report.sweeps().get(0), height(report)), "chart");
  }

  /**
   * Makes the chart of a circuit.
   *
   * @param height what lines show: bits, or a size in KiB
   */
  static Chart of(SweepReport report, SweepReport.OfCircuit of, SweepColumn height) {
    return new SweepChart(report, of, height).chart();
  }

  /** What lines show that are drawn alone: bits, unless they are not among the columns. */
  static SweepColumn height(SweepReport report) {
    return Stream.of(SweepColumn.DECIMAL, SweepColumn.BITS, SweepColumn.WORST, SweepColumn.EXPECTED)
        .filter(report::shows)
        .findFirst()
        .orElse(SweepColumn.DECIMAL);
  }

  private boolean isSize() {
    return height.isSize();
  }

  private Chart chart() {
    List<Object> values = levers.get(0).values();
    boolean areNumbers = areNumbers(values);
    int lines = levers.size() == 1 ? 1 : levers.get(1).values().size();
    List<List<Chart.Point>> points = new ArrayList<>();
    List<String> binding = new ArrayList<>();
    List<String> start = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      points.add(new ArrayList<>());
      binding.add("");
      start.add("");
    }
    report.forEach(
        of,
        point -> {
          int first = of.sweep().valueAt(point.index(), 0);
          int line = levers.size() == 1 ? 0 : of.sweep().valueAt(point.index(), 1);
          double x = areNumbers ? ((Number) values.get(first)).doubleValue() : first;
          String before = binding.get(line);
          String now = binding(point);
          boolean isMarked =
              !isSize() && !before.isEmpty() && !now.isEmpty() && !now.equals(before);
          binding.set(line, now);
          points
              .get(line)
              .add(new Chart.Point(x, y(point), title(point, before), isMarked ? now : ""));
          if (first == 0) {
            start.set(line, now);
          }
        });
    List<Chart.Series> series = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      String name = levers.size() == 1 ? "" : name(levers.get(1), i);
      series.add(new Chart.Series(name, points.get(i)));
    }
    return new Chart(
        title(),
        description(series),
        areNumbers ? numbers(values) : names(values),
        heights(series),
        series,
        levels(most(series)),
        isSize() ? "" : "○ another term binds from here on" + atFirst(start));
  }

  private static String atFirst(List<String> binding) {
    return binding.size() > 1 || binding.get(0).isEmpty() ? "" : "; at the left: " + binding.get(0);
  }

  private static boolean areNumbers(List<Object> values) {
    boolean ascend = values.size() > 1 && values.get(0) instanceof Number;
    for (int i = 1; ascend && i < values.size(); i++) {
      ascend = ((Number) values.get(i - 1)).doubleValue() < ((Number) values.get(i)).doubleValue();
    }
    return ascend && !areDoubling(values);
  }

  /** Powers of two are told apart where they stand beside each other. */
  private static boolean areDoubling(List<Object> values) {
    boolean doubling = values.size() > 2;
    for (int i = 1; i < values.size(); i++) {
      double ratio =
          ((Number) values.get(i)).doubleValue() / ((Number) values.get(i - 1)).doubleValue();
      doubling &= ratio == 2;
    }
    return doubling;
  }

  private Axis numbers(List<Object> values) {
    double least = ((Number) values.get(0)).doubleValue();
    double most = ((Number) values.get(values.size() - 1)).doubleValue();
    return Axis.numbers(levers.get(0).key().spelling(), least, most);
  }

  private Axis names(List<Object> values) {
    List<String> names = values.stream().map(SweepChart::text).toList();
    return Axis.names(levers.get(0).key().spelling(), names);
  }

  /** Rates as people say them. */
  private static String text(Object value) {
    if (value instanceof BigDecimal decimal && decimal.signum() > 0) {
      BigDecimal inverse = BigDecimal.ONE.divide(decimal, MathContext.DECIMAL64);
      boolean isPower =
          inverse.stripTrailingZeros().scale() <= 0
              && inverse.toBigInteger().bitCount() == 1
              && inverse.compareTo(BigDecimal.ONE) > 0;
      return isPower ? "1/" + inverse.toBigInteger() : Spelling.of(decimal);
    }
    return value instanceof String text ? text : Spelling.of(value);
  }

  private static String name(Lever lever, int value) {
    return lever.key().spelling() + " = " + text(lever.values().get(value));
  }

  private static String binding(Sweep.Point<SweepFigures> point) {
    return point
        .measured()
        .flatMap(SweepFigures::best)
        .map(best -> best.regime() + ", " + best.binding())
        .orElse("");
  }

  private OptionalDouble y(Sweep.Point<SweepFigures> point) {
    Optional<SweepFigures> figures = point.measured();
    Optional<Double> y =
        switch (height) {
          case WORST -> figures.flatMap(SweepFigures::size).map(s -> kib(s.worstCaseBits()));
          case EXPECTED -> figures.flatMap(SweepFigures::size).map(s -> kib(s.expectedBits()));
          case BITS -> figures.flatMap(SweepFigures::best).map(best -> (double) best.bits());
          default ->
              figures
                  .flatMap(SweepFigures::best)
                  .map(best -> best.hundredths().orElseThrow() / HUNDREDTHS);
        };
    return y.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static double kib(BigInteger bits) {
    return bits.doubleValue() / BITS_PER_KIB;
  }

  private String title(Sweep.Point<SweepFigures> point, String before) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < levers.size(); i++) {
      values.add(name(levers.get(i), of.sweep().valueAt(point.index(), i)));
    }
    Optional<SweepFigures.Best> best = point.measured().flatMap(SweepFigures::best);
    return String.join(", ", values)
        + best.map(b -> ": " + b.bits() + " bits, " + binding(point)).orElse("")
        + (before.isEmpty() ? "" : " (before: " + before + ")");
  }

  private String title() {
    String what =
        switch (height) {
          case WORST -> "proof size at most";
          case EXPECTED -> "proof size expected";
          default -> "bits";
        };
    return "%s, %s: %s by %s"
        .formatted(
            report.zkvm().title(),
            of.name(),
            what,
            String.join(" and ", levers.stream().map(lever -> lever.key().spelling()).toList()));
  }

  private static double most(List<Chart.Series> series) {
    return series.stream()
        .flatMap(line -> line.points().stream())
        .mapToDouble(point -> point.y().orElse(0))
        .max()
        .orElse(1);
  }

  private Axis heights(List<Chart.Series> series) {
    double most = most(series);
    double top = levels(most).stream().mapToDouble(Chart.Level::y).max().orElse(most);
    return Axis.numbers(isSize() ? "KiB" : "bits", 0, Math.max(1, Math.max(most, top)));
  }

  private List<Chart.Level> levels(double most) {
    List<Chart.Level> levels = new ArrayList<>();
    for (Milestone milestone : Milestone.values()) {
      double at =
          isSize()
              ? kib(milestone.size(SizeLimit.Measure.WORST).bits())
              : (double) milestone.bits();
      levels.add(
          new Chart.Level(
              at,
              milestone.word()
                  + ": "
                  + (isSize() ? "at most %.0f KiB" : "%.0f bits").formatted(at)));
    }
    if (report.minBits().isPresent() && !isSize()) {
      int bits = report.minBits().getAsInt();
      levels.removeIf(level -> level.y() == bits);
      levels.add(new Chart.Level(bits, "--min-bits " + bits));
    }
    levels.removeIf(level -> level.y() > FAR * most);
    return levels;
  }

  private String description(List<Chart.Series> series) {
    StringBuilder text = new StringBuilder();
    for (Chart.Series line : series) {
      List<Chart.Point> points = line.points().stream().filter(p -> p.y().isPresent()).toList();
      text.append(line.name().isEmpty() ? "" : line.name() + ": ");
      if (points.isEmpty()) {
        text.append("no point is consistent. ");
      } else {
        text.append(
            String.format(
                Locale.ROOT,
                "from %.2f to %.2f %s in %d points. ",
                points.get(0).y().getAsDouble(),
                points.get(points.size() - 1).y().getAsDouble(),
                isSize() ? "KiB" : "bits",
                points.size()));
      }
    }
    return text.toString().strip();
  }
}
