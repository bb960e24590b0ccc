package org.soundcalc.io.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.chart.Chart;
import org.soundcalc.io.chart.ChartPage;
import org.soundcalc.io.chart.ChartSvg;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.XmlElement;
import org.soundcalc.model.Circuit;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Optimum;
import org.soundcalc.search.optimum.Point;

/**
 * The front of a circuit as a chart: the size of its proof over another cost against today, in
 * steps, since nothing is known between two points but that it is no smaller than what costs less.
 */
public final class OptimumChart {
  private static final double BITS_PER_KIB = 8192;

  /** A limit so far from all points would make them flat. */
  private static final double FAR = 1.4;

  private final OptimumReport report;
  private final OptimumReport.Row row;
  private final CircuitOptimum circuit;
  private final Axis cost;

  private OptimumChart(OptimumReport report) {
    this.report = report;
    this.row = report.rows().get(0);
    this.circuit = row.circuits().get(0);
    this.cost =
        circuit.aim().axes().stream().filter(a -> a != Axis.PROOF_SIZE).findFirst().orElseThrow();
  }

  /**
   * {@return whether a front on some axes can be drawn: of the proof's size and one cost that is
   * above zero in every configuration}
   *
   * @param axes of the front
   */
  public static boolean isDrawn(List<Axis> axes) {
    return axes.size() == 2 && axes.contains(Axis.PROOF_SIZE) && !axes.contains(Axis.GRINDING);
  }

  /**
   * Draws the front of the only circuit.
   *
   * @param report of one circuit, on axes that can be drawn
   * @return the drawing
   */
  public static XmlElement svg(OptimumReport report) {
    return ChartSvg.of(new OptimumChart(report).chart(), "front");
  }

  /**
   * Draws the front of the only circuit above a table of all its points.
   *
   * @param report of one circuit, on axes that can be drawn
   * @return the page
   */
  public static ChartPage html(OptimumReport report) {
    OptimumChart chart = new OptimumChart(report);
    String title =
        chart.row.zkvm().title() + ", " + chart.circuit.circuit().id().name() + ": front";
    return new ChartPage(title, List.of(svg(report)), OptimumDocument.ofAllPoints(report));
  }

  private Chart chart() {
    List<Point> front = new ArrayList<>(circuit.front());
    front.sort(Comparator.comparingDouble(point -> ratio(point.circuit())));
    List<Chart.Point> steps = new ArrayList<>();
    for (Point point : front) {
      Chart.Point next = drawn(point.circuit(), title(point.circuit(), Optional.of(point)));
      if (!steps.isEmpty()) {
        steps.add(new Chart.Point(next.x(), steps.get(steps.size() - 1).y(), "", ""));
      }
      steps.add(next);
    }
    Circuit now = circuit.circuit();
    List<Chart.Series> series =
        List.of(
            new Chart.Series("front", steps),
            new Chart.Series(
                "today", List.of(drawn(now, "today: " + title(now, circuit.today())))));
    double[] sizes = all(series).mapToDouble(point -> point.y().orElseThrow()).toArray();
    List<Chart.Level> levels = levels(least(sizes) / FAR, most(sizes) * FAR);
    double[] heights =
        DoubleStream.concat(DoubleStream.of(sizes), levels.stream().mapToDouble(Chart.Level::y))
            .toArray();
    double[] logs = all(series).mapToDouble(Chart.Point::x).toArray();
    return new Chart(
        title(),
        description(front),
        org.soundcalc.io.chart.Axis.multiples(
            cost.words() + " against today (log2 scale)", least(logs), most(logs)),
        org.soundcalc.io.chart.Axis.numbers("KiB", least(heights), most(heights)),
        series,
        levels,
        remark());
  }

  private static double least(double[] values) {
    return DoubleStream.of(values).min().orElseThrow();
  }

  private static double most(double[] values) {
    return DoubleStream.of(values).max().orElseThrow();
  }

  private static Stream<Chart.Point> all(List<Chart.Series> series) {
    return series.stream().flatMap(line -> line.points().stream());
  }

  private String title() {
    return "%s, %s: proof size %s by %s, at %d bits"
        .formatted(
            row.zkvm().title(),
            circuit.circuit().id().name(),
            circuit.aim().worst() ? "at most" : "expected",
            cost.words(),
            circuit.aim().bits());
  }

  /** Against today's. */
  private double ratio(Circuit other) {
    return circuit.aim().cost(other, cost) / circuit.aim().cost(circuit.circuit(), cost);
  }

  private double log2(Circuit other) {
    return Math.log(ratio(other)) / Math.log(2);
  }

  private double kib(Circuit other) {
    return Amounts.size(other, circuit.aim().worst()).doubleValue() / BITS_PER_KIB;
  }

  private Chart.Point drawn(Circuit other, String title) {
    return new Chart.Point(log2(other), OptionalDouble.of(kib(other)), title, "marked");
  }

  private String words(Circuit other) {
    return circuit.moved().stream()
        .map(
            key ->
                key.spelling()
                    + " = "
                    + OptimumDocument.value(key, CircuitOptimum.spelled(key, other), other))
        .collect(Collectors.joining(", "));
  }

  private String title(Circuit other, Optional<Point> point) {
    return "%s, %s: %s"
        .formatted(
            figures(other),
            point.map(p -> p.bits() + " bits (" + p.regime().name() + ")").orElse("no bits"),
            words(other));
  }

  private String figures(Circuit other) {
    return "%s KiB, %s %s"
        .formatted(
            Amounts.kib(Amounts.size(other, circuit.aim().worst())),
            cost.words(),
            Amounts.ratio(1, ratio(other)));
  }

  /** Milestones are about the final proof; what is far from all points is left out. */
  private List<Chart.Level> levels(double least, double most) {
    List<Chart.Level> levels = new ArrayList<>();
    SizeLimit.Measure measure =
        circuit.aim().worst() ? SizeLimit.Measure.WORST : SizeLimit.Measure.EXPECTED;
    if (row.isFinal(circuit)) {
      for (Milestone milestone : Milestone.values()) {
        double at = milestone.size(measure).bits().doubleValue() / BITS_PER_KIB;
        levels.add(new Chart.Level(at, "%s: at most %.0f KiB".formatted(milestone.word(), at)));
      }
    }
    Optional.ofNullable(circuit.aim().most().get(Axis.PROOF_SIZE))
        .map(bits -> bits / BITS_PER_KIB)
        .filter(at -> levels.stream().noneMatch(level -> level.y() == at))
        .ifPresent(at -> levels.add(new Chart.Level(at, "wanted: at most %.1f KiB".formatted(at))));
    levels.removeIf(level -> level.y() < least || level.y() > most);
    return levels;
  }

  private String description(List<Point> front) {
    if (circuit.optimum() instanceof Optimum.None) {
      return new ReasonWords(circuit).headline();
    }
    return front.stream()
        .map(point -> figures(point.circuit()))
        .collect(Collectors.joining(". ", "", ". Today: " + figures(circuit.circuit()) + "."));
  }

  /** Why there is no line or not all of it, and what figures depend on. */
  private String remark() {
    List<String> remarks = new ArrayList<>();
    if (circuit.optimum() instanceof Optimum.None) {
      remarks.add(new ReasonWords(circuit).headline());
    }
    circuit
        .optimum()
        .effort()
        .cut()
        .ifPresent(why -> remarks.add("not all was searched: " + ReasonWords.cut(why)));
    Document provisos = new Document(Document.Medium.PAGE);
    report.provisos().addTo(provisos);
    for (Block block : provisos.blocks()) {
      if (block instanceof Block.Proviso proviso) {
        remarks.add(proviso.how() + proviso.option());
      }
    }
    return String.join("; ", remarks);
  }
}
