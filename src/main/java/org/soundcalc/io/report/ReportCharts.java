package org.soundcalc.io.report;

import gg.jte.Content;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.chart.Axis;
import org.soundcalc.io.chart.Bars;
import org.soundcalc.io.chart.Chart;
import org.soundcalc.io.chart.ChartSvg;
import org.soundcalc.io.chart.Scatter;
import org.soundcalc.io.chart.Stack;
import org.soundcalc.io.document.XmlElement;
import org.soundcalc.io.recursion.Svg;
import org.soundcalc.model.Regime;

/** The drawings of a report's pages. Tables beside them have the same figures. */
public final class ReportCharts {
  private static final double BITS_PER_KIB = 8192;

  private ReportCharts() {}

  /** What is markup already: made element by element, its texts escaped. */
  private static Content drawn(XmlElement svg) {
    return out -> out.writeContent(svg.inPage());
  }

  /**
   * Draws bits against sizes.
   *
   * @param site the report
   * @return nothing where no zkVM has a figure
   */
  public static Optional<Content> scatter(SiteReport site) {
    List<ReportedZkvm> shown =
        site.zkvms().stream().filter(zkvm -> zkvm.security().isPresent()).toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    List<Scatter.Point> points = new ArrayList<>();
    for (ReportedZkvm zkvm : shown) {
      points.add(
          new Scatter.Point(
              Texts.visible(zkvm.title()),
              log2Kib(zkvm.size().worstCaseBits()),
              zkvm.security().orElseThrow().bits(),
              zkvm.verdicts().stream().anyMatch(MilestoneVerdict::passed)));
    }
    List<Scatter.Goal> goals = new ArrayList<>();
    for (Milestone milestone : site.milestones()) {
      BigInteger limit = milestone.size(SizeLimit.Measure.WORST).bits();
      goals.add(new Scatter.Goal(Texts.name(milestone), log2Kib(limit), milestone.bits()));
    }
    double least = goals.stream().mapToDouble(Scatter.Goal::most).min().orElseThrow() - 1;
    double most = goals.stream().mapToDouble(Scatter.Goal::most).max().orElseThrow();
    double low = goals.stream().mapToDouble(Scatter.Goal::least).min().orElseThrow();
    double high = goals.stream().mapToDouble(Scatter.Goal::least).max().orElseThrow() + 10;
    for (Scatter.Point point : points) {
      least = Math.min(least, point.x());
      most = Math.max(most, point.x());
      low = Math.min(low, point.y());
      high = Math.max(high, point.y());
    }
    Scatter scatter =
        new Scatter(
            "Proven bits against the size of the final proof",
            "Each zkVM as a point, by its proven bits and the worst-case size of its final proof."
                + " Dashed rectangles are what the milestones ask for: "
                + site.standings().stream()
                    .map(ReportCharts::words)
                    .collect(Collectors.joining("; "))
                + ".",
            Axis.doublings("final proof, KiB (worst case, each step twice as much)", least, most),
            Axis.numbers("proven bits", low, high),
            points,
            goals);
    return Optional.of(drawn(scatter.svg("scatter")));
  }

  private static String words(MilestoneStanding standing) {
    String passed =
        standing.passed().stream()
            .map(zkvm -> Texts.visible(zkvm.title()))
            .collect(Collectors.joining(", "));
    return standing.name() + " is passed by " + (passed.isEmpty() ? "none" : passed);
  }

  private static double log2Kib(BigInteger bits) {
    return Math.log(Math.max(1, bits.doubleValue()) / BITS_PER_KIB) / Math.log(2);
  }

  /**
   * Draws what is proven beside what is conjectured.
   *
   * @param site the report
   * @return the drawing
   */
  public static Content bars(SiteReport site) {
    List<Regime> conjectured =
        site.compared().stream().filter(regime -> !regime.isProven()).toList();
    double most = 128;
    List<Bars.Row> rows = new ArrayList<>();
    for (ReportedZkvm zkvm : site.zkvms()) {
      OptionalDouble proven = bits(zkvm.compared().proven().map(Security::bits));
      List<OptionalDouble> marks = new ArrayList<>();
      for (ComparisonRow.Figure figure : zkvm.compared().figures()) {
        if (!figure.regime().isProven()) {
          marks.add(bits(figure.bits()));
          most = Math.max(most, figure.bits().orElse(0L));
        }
      }
      most = Math.max(most, proven.orElse(0));
      rows.add(new Bars.Row(Texts.visible(zkvm.title()), proven, marks));
    }
    List<Chart.Level> levels =
        site.milestones().stream()
            .map(milestone -> new Chart.Level(milestone.bits(), Texts.name(milestone)))
            .toList();
    Bars bars =
        new Bars(
            "What is proven beside what is conjectured",
            "A bar for the best proven bits of each zkVM, and marks for its bits under conjectures"
                + " that are not proven. The table below has the figures.",
            Axis.numbers("bits", 0, most),
            "best proven",
            conjectured.stream()
                .map(each -> each.name() + " (" + each.status().word() + ")")
                .toList(),
            rows,
            levels);
    return drawn(bars.svg("bars"));
  }

  /**
   * Draws bits over commits.
   *
   * @param site the report, with a timeline
   * @return the drawing; nothing where no zkVM changed
   */
  public static Optional<Content> bitsOverTime(SiteReport site) {
    return overTime(
        site,
        "Proven bits over time",
        (least, most) -> Axis.numbers("bits", least, most),
        state -> bits(state.bits()),
        site.milestones().stream()
            .map(each -> new Chart.Level(each.bits(), Texts.name(each) + ": at least"))
            .toList(),
        "history-bits");
  }

  /**
   * Draws sizes over commits.
   *
   * @param site the report, with a timeline
   * @return the drawing; nothing where no zkVM changed
   */
  public static Optional<Content> sizesOverTime(SiteReport site) {
    return overTime(
        site,
        "Worst-case size of the final proof over time, each step twice as much",
        (least, most) -> Axis.doublings("KiB", least, most),
        state -> OptionalDouble.of(log2Kib(state.size())),
        site.standings().stream()
            .map(each -> new Chart.Level(log2Kib(each.limit()), each.name() + ": at most"))
            .toList(),
        "history-sizes");
  }

  /** Of those that changed: the others would lie over them. */
  private static Optional<Content> overTime(
      SiteReport site,
      String title,
      BiFunction<Double, Double, Axis> axis,
      Function<PastState, OptionalDouble> figure,
      List<Chart.Level> levels,
      String id) {
    List<Timeline.Moment> moments = site.timeline().orElseThrow().moments();
    List<Chart.Series> series = new ArrayList<>();
    int changed = 0;
    double least = levels.stream().mapToDouble(Chart.Level::y).min().orElse(0);
    double most = levels.stream().mapToDouble(Chart.Level::y).max().orElse(1);
    for (ReportedZkvm zkvm : site.zkvms()) {
      List<OptionalDouble> heights =
          moments.stream()
              .map(at -> at.states().get(zkvm.index()).map(figure).orElse(OptionalDouble.empty()))
              .toList();
      if (isChanged(zkvm, moments) && changed++ < ChartSvg.MOST_LINES) {
        for (OptionalDouble y : heights) {
          least = Math.min(least, y.orElse(least));
          most = Math.max(most, y.orElse(most));
        }
        series.add(new Chart.Series(Texts.visible(zkvm.title()), steps(heights, moments)));
      }
    }
    if (series.isEmpty()) {
      return Optional.empty();
    }
    int left = changed - series.size();
    List<String> days = new ArrayList<>();
    moments.forEach(moment -> days.add(moment.date()));
    days.add(""); // room for what the last commit changed
    Chart chart =
        new Chart(
            title + (series.size() == 1 ? ": " + series.get(0).name() : ""),
            "A line in steps for each zkVM that changed, over the commits that touch the files. The"
                + " table below says what changed.",
            Axis.names("commits, by day", days),
            axis.apply(least, most),
            series,
            levels,
            left > 0 ? "%d more changed: the table has them".formatted(left) : "");
    return Optional.of(drawn(ChartSvg.of(chart, id)));
  }

  /** In bits or size: in both drawings a zkVM has the same line. */
  private static boolean isChanged(ReportedZkvm zkvm, List<Timeline.Moment> moments) {
    return moments.stream().map(at -> at.states().get(zkvm.index())).distinct().count() > 1;
  }

  /** A figure holds until the commit that changes it, the last to the end. */
  private static List<Chart.Point> steps(
      List<OptionalDouble> heights, List<Timeline.Moment> moments) {
    List<Chart.Point> points = new ArrayList<>();
    int last = heights.size() - 1;
    for (int i = 0; i <= last; i++) {
      OptionalDouble y = heights.get(i);
      boolean isChanged = i == 0 || !y.equals(heights.get(i - 1));
      if (isChanged && i > 0 && heights.get(i - 1).isPresent()) {
        points.add(new Chart.Point(i, heights.get(i - 1), "", ""));
      }
      if (isChanged) {
        points.add(new Chart.Point(i, y, moments.get(i).date(), ""));
      }
    }
    points.add(new Chart.Point(last + 1, heights.get(last), "", ""));
    return points;
  }

  private static OptionalDouble bits(Optional<? extends Number> bits) {
    return bits.isPresent() ? OptionalDouble.of(bits.get().doubleValue()) : OptionalDouble.empty();
  }

  /**
   * Draws where the bytes of a final proof go.
   *
   * @param zkvm the zkVM, the parts of whose final proof are known
   * @return the drawing
   */
  public static Content bytes(ReportedZkvm zkvm) {
    return stack(
        "Where the bytes of the final proof go",
        zkvm.parts().stream()
            .map(part -> new Stack.Part(part.index() + 1, part.name(), part.share().doubleValue()))
            .toList(),
        "bytes");
  }

  /**
   * Draws whose proofs the error of a tree comes from.
   *
   * @param zkvm the zkVM, whose tree has a figure
   * @return the drawing
   */
  public static Content error(ReportedZkvm zkvm) {
    List<Stack.Part> parts = new ArrayList<>();
    for (Branch branch : zkvm.tree().orElseThrow().estimate().branches()) {
      parts.add(
          new Stack.Part(
              parts.size() + 1, branch.name(), branch.share().orElseThrow().doubleValue()));
    }
    return stack("Whose proofs the error of the tree comes from", parts, "error");
  }

  private static Content stack(String title, List<Stack.Part> parts, String id) {
    String description =
        parts.stream()
            .map(
                part ->
                    part.number() + ": " + part.name() + " " + Math.round(part.share() * 100) + "%")
            .collect(Collectors.joining(", "));
    return drawn(new Stack(title, description, parts).svg(id));
  }

  /**
   * Draws the tree of proofs.
   *
   * @param zkvm the zkVM, whose file describes it
   * @return the drawing
   */
  public static Content tree(ReportedZkvm zkvm) {
    return drawn(Svg.of(zkvm.tree().orElseThrow()));
  }
}
