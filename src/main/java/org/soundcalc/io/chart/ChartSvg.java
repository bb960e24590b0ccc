package org.soundcalc.io.chart;

import static org.soundcalc.io.chart.Drawing.FAINT;
import static org.soundcalc.io.chart.Drawing.GRID;
import static org.soundcalc.io.chart.Drawing.INK;
import static org.soundcalc.io.chart.Drawing.LEVEL;
import static org.soundcalc.io.chart.Drawing.PAPER;
import static org.soundcalc.io.chart.Drawing.SIZE;
import static org.soundcalc.io.chart.Drawing.coordinate;
import static org.soundcalc.io.chart.Drawing.cut;
import static org.soundcalc.io.chart.Drawing.onPaper;
import static org.soundcalc.io.chart.Drawing.stroke;
import static org.soundcalc.io.chart.Drawing.text;

import java.util.List;
import org.soundcalc.io.document.XmlElement;

/**
 * A chart as SVG, on paper of its own, so that it can be read on light and on dark pages. Its parts
 * have classes, by which a page may give them other colours: {@code paper}, {@code ink}, {@code
 * faint}, {@code level} and {@code line0} to {@code line7}.
 */
public final class ChartSvg {
  /** How many lines can be told apart: by eight colours, whole and broken in two ways. */
  public static final int MOST_LINES = 24;

  private static final List<String> COLOURS =
      List.of(
          "#0b5fa5", "#b3420d", "#1a7f4b", "#7a3ea8", "#8a5a00", "#0e7490", "#b4235a", "#57606a");
  private static final List<String> DASHES = List.of("", "6 3", "2 3");

  private static final int WIDTH = 880;
  private static final int HEIGHT = 480;
  private static final int LEFT = 72;
  private static final int TOP = 68;
  private static final int BOTTOM = 410;
  private static final int LEADING = 18;
  private static final int GAP = 8;

  /** Beside the lines, for a legend. */
  private static final int LEGEND = 220;

  private static final int MARGIN = 28;
  private static final int SWATCH = 24;
  private static final int MARK = 4;
  private static final int LONGEST = 24;

  /** Beyond so many points, a line has no more in what can be seen. */
  private static final int MOST_POINTS = 1_500;

  private final Chart chart;
  private final String id;
  private final int right;

  private ChartSvg(Chart chart, String id) {
    this.chart = chart;
    this.id = id;
    this.right = WIDTH - (chart.isOfOneLine() ? MARGIN : LEGEND);
  }

  /**
   * Draws a chart.
   *
   * @param chart of at most {@value #MOST_LINES} lines
   * @param id unique in the page, for references within the drawing
   * @return the drawing
   */
  public static XmlElement of(Chart chart, String id) {
    return new ChartSvg(chart, id).draw();
  }

  private XmlElement draw() {
    XmlElement svg =
        Drawing.svg(WIDTH, HEIGHT, id, chart.title(), chart.description())
            .add(
                text(chart.title(), LEFT, MARGIN, "start", "ink", INK).with("font-weight", "bold"));
    addAxes(svg);
    for (Chart.Level level : chart.levels()) {
      svg.add(
          stroke(LEFT, y(level.y()), right, y(level.y()), "level", LEVEL)
              .with("stroke-dasharray", "8 4"));
    }
    for (int i = 0; i < chart.series().size(); i++) {
      addLine(i, svg);
      addToLegend(i, svg);
    }
    for (Chart.Level level : chart.levels()) {
      svg.add(onPaper(text(level.label(), LEFT + GAP, y(level.y()) - 4, "start", "level", LEVEL)));
    }
    if (!chart.remark().isEmpty()) {
      svg.add(text(chart.remark(), LEFT, HEIGHT - GAP, "start", "faint", FAINT));
    }
    return svg;
  }

  private double x(double value) {
    return chart.x().place(value, LEFT, right);
  }

  private double y(double value) {
    return chart.y().place(value, BOTTOM, TOP);
  }

  private void addAxes(XmlElement svg) {
    for (Axis.Tick tick : chart.y().ticks()) {
      svg.add(stroke(LEFT, y(tick.at()), right, y(tick.at()), "grid", GRID));
      svg.add(text(tick.label(), LEFT - GAP, y(tick.at()) + SIZE / 3.0, "end", "faint", FAINT));
    }
    for (Axis.Tick tick : chart.x().ticks()) {
      svg.add(stroke(x(tick.at()), BOTTOM, x(tick.at()), BOTTOM + GAP / 2.0, "axis", FAINT));
      svg.add(
          text(
              cut(tick.label(), Axis.LONGEST),
              x(tick.at()),
              BOTTOM + LEADING + 2,
              "middle",
              "faint",
              FAINT));
    }
    svg.add(stroke(LEFT, BOTTOM, right, BOTTOM, "axis", FAINT));
    svg.add(
        text(
            chart.x().label(),
            (LEFT + right) / 2.0,
            BOTTOM + 2 * LEADING + 4,
            "middle",
            "ink",
            INK));
    svg.add(text(chart.y().label(), LEFT - GAP, TOP - 2 * GAP, "end", "ink", INK));
  }

  private void addLine(int index, XmlElement svg) {
    Chart.Series series = chart.series().get(index);
    StringBuilder way = new StringBuilder();
    boolean isBroken = true;
    int last = series.points().size() - 1;
    int each = 1 + last / MOST_POINTS;
    for (int i = 0; i <= last; i++) {
      Chart.Point point = series.points().get(i);
      boolean isShown = i % each == 0 || i == last || point.isMarked() || isBroken;
      if (point.y().isEmpty()) {
        isBroken = true;
      } else if (isShown) {
        String at = coordinate(x(point.x())) + " " + coordinate(y(point.y().getAsDouble()));
        way.append(way.length() == 0 ? "" : " ").append(isBroken ? "M " : "L ").append(at);
        isBroken = false;
      }
    }
    if (way.length() > 0) {
      XmlElement line =
          new XmlElement("path")
              .with("class", "line" + index % COLOURS.size())
              .with("d", way)
              .with("fill", "none")
              .with("stroke", COLOURS.get(index % COLOURS.size()))
              .with("stroke-width", 2)
              .with("stroke-linecap", "round");
      String dash = DASHES.get(index / COLOURS.size());
      svg.add(dash.isEmpty() ? line : line.with("stroke-dasharray", dash));
    }
    for (int i = 0; i <= last; i++) {
      Chart.Point point = series.points().get(i);
      if (point.y().isPresent() && (point.isMarked() || isAlone(series, i))) {
        svg.add(mark(point, index));
        if (chart.isOfOneLine() && point.isMarked()) {
          svg.add(label(point));
        }
      }
    }
  }

  /** A line through one point would not be seen. */
  private static boolean isAlone(Chart.Series series, int index) {
    List<Chart.Point> points = series.points();
    return (index == 0 || points.get(index - 1).y().isEmpty())
        && (index == points.size() - 1 || points.get(index + 1).y().isEmpty());
  }

  private XmlElement mark(Chart.Point point, int index) {
    return new XmlElement("circle")
        .with("class", "line" + index % COLOURS.size())
        .with("cx", coordinate(x(point.x())))
        .with("cy", coordinate(y(point.y().orElseThrow())))
        .with("r", MARK)
        .with("fill", PAPER)
        .with("stroke", COLOURS.get(index % COLOURS.size()))
        .with("stroke-width", 2)
        .add(new XmlElement("title").text(point.title()));
  }

  /** Beside its mark, on the side where there is more room. */
  private XmlElement label(Chart.Point point) {
    double x = x(point.x());
    double y = y(point.y().orElseThrow());
    String anchor = x > (LEFT + right) / 2.0 ? "end" : "start";
    return onPaper(text(point.mark(), x, y - GAP - MARK, anchor, "ink", INK));
  }

  /** At the right of the lines. */
  private void addToLegend(int index, XmlElement svg) {
    if (chart.isOfOneLine()) {
      return;
    }
    String name = chart.series().get(index).name();
    int y = TOP + index * Math.min(LEADING + 2, (BOTTOM - TOP) / chart.series().size());
    int x = right + 2 * GAP;
    XmlElement swatch =
        stroke(
                x,
                y,
                x + SWATCH,
                y,
                "line" + index % COLOURS.size(),
                COLOURS.get(index % COLOURS.size()))
            .with("stroke-width", 2);
    String dash = DASHES.get(index / COLOURS.size());
    svg.add(dash.isEmpty() ? swatch : swatch.with("stroke-dasharray", dash));
    svg.add(text(cut(name, LONGEST), x + SWATCH + GAP, y + SIZE / 3.0, "start", "ink", INK));
  }
}
