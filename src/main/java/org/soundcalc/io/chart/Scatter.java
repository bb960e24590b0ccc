package org.soundcalc.io.chart;

import static org.soundcalc.io.chart.Drawing.ACCENT;
import static org.soundcalc.io.chart.Drawing.FAINT;
import static org.soundcalc.io.chart.Drawing.GRID;
import static org.soundcalc.io.chart.Drawing.INK;
import static org.soundcalc.io.chart.Drawing.PAPER;
import static org.soundcalc.io.chart.Drawing.SIZE;
import static org.soundcalc.io.chart.Drawing.area;
import static org.soundcalc.io.chart.Drawing.coordinate;
import static org.soundcalc.io.chart.Drawing.cut;
import static org.soundcalc.io.chart.Drawing.onPaper;
import static org.soundcalc.io.chart.Drawing.stroke;
import static org.soundcalc.io.chart.Drawing.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.soundcalc.io.document.XmlElement;

/**
 * Named points, and the corners that somebody asks them to be in: at the left and above.
 *
 * @param title what it shows
 * @param description the same for those who do not see it
 * @param x the axis at the bottom
 * @param y the axis at the left
 * @param points in any order; those at one place share a label
 * @param goals the corners
 */
public record Scatter(
    String title, String description, Axis x, Axis y, List<Point> points, List<Goal> goals) {
  private static final int WIDTH = 880;
  private static final int HEIGHT = 500;
  private static final int LEFT = 64;
  private static final int RIGHT = 856;
  private static final int TOP = 40;
  private static final int BOTTOM = 440;
  private static final int GAP = 8;
  private static final int MARK = 5;
  private static final int LEADING = 18;
  private static final int LONGEST = 48;
  private static final double WASH = 0.09;

  /** How far from its point a label may be, in lines. */
  private static final int RINGS = 3;

  /**
   * A point.
   *
   * @param name written beside it
   * @param x where it is
   * @param y its height
   * @param inside whether it is in some corner
   */
  public record Point(String name, double x, double y, boolean inside) {}

  /**
   * A corner.
   *
   * @param name written into it
   * @param most the greatest x in it
   * @param least the least y in it
   */
  public record Goal(String name, double most, double least) {}

  /** What is taken already: marks and labels. */
  private record Box(double x, double y, double width, double height, String anchor) {
    /** Where a text in it begins, is centred or ends. */
    double at() {
      return anchor.equals("start") ? x : anchor.equals("end") ? x + width : x + width / 2;
    }

    long howMany(List<Box> others) {
      return others.stream().filter(this::meets).count();
    }

    private boolean meets(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  /**
   * Draws it.
   *
   * @param id unique in the page
   * @return the drawing
   */
  public XmlElement svg(String id) {
    XmlElement svg = Drawing.svg(WIDTH, HEIGHT, id, title, description);
    for (Axis.Tick tick : y.ticks()) {
      svg.add(stroke(LEFT, atY(tick.at()), RIGHT, atY(tick.at()), "grid", GRID));
      svg.add(text(tick.label(), LEFT - GAP, atY(tick.at()) + SIZE / 3.0, "end", "faint", FAINT));
    }
    for (Axis.Tick tick : x.ticks()) {
      svg.add(stroke(atX(tick.at()), BOTTOM, atX(tick.at()), BOTTOM + GAP / 2.0, "axis", FAINT));
      svg.add(text(tick.label(), atX(tick.at()), BOTTOM + LEADING + 2, "middle", "faint", FAINT));
    }
    svg.add(stroke(LEFT, BOTTOM, RIGHT, BOTTOM, "axis", FAINT));
    svg.add(text(x.label(), RIGHT, BOTTOM + 2 * LEADING + 4, "end", "ink", INK));
    svg.add(text(y.label(), LEFT - GAP, TOP - 2 * GAP, "start", "ink", INK));
    List<Box> taken = new ArrayList<>();
    List<Box> edges = new ArrayList<>();
    for (Goal goal : goals) {
      addGoal(goal, svg, taken, edges);
    }
    Map<List<Double>, List<Point>> places = new LinkedHashMap<>();
    for (Point point : points) {
      places.computeIfAbsent(List.of(point.x(), point.y()), at -> new ArrayList<>()).add(point);
      taken.add(around(point));
    }
    places.values().forEach(alike -> addMark(alike, svg));
    places.values().forEach(alike -> addLabel(alike, svg, taken, edges));
    return svg;
  }

  private double atX(double value) {
    return x.place(value, LEFT, RIGHT);
  }

  private double atY(double value) {
    return y.place(value, BOTTOM, TOP);
  }

  private void addGoal(Goal goal, XmlElement svg, List<Box> taken, List<Box> edges) {
    double right = atX(goal.most());
    double low = atY(goal.least());
    svg.add(
        area(LEFT, TOP, right - LEFT, low - TOP, "goal")
            .with("fill", ACCENT)
            .with("fill-opacity", WASH)
            .with("stroke", ACCENT)
            .with("stroke-dasharray", "4 3")
            .text(""));
    double start =
        LEFT
            + goals.stream()
                .filter(other -> other.most() < goal.most())
                .mapToDouble(other -> atX(other.most()) - LEFT)
                .max()
                .orElse(0);
    svg.add(
        text(goal.name(), start + GAP, TOP + SIZE + GAP / 2.0, "start", "accent", ACCENT)
            .with("font-weight", "bold"));
    taken.add(new Box(start, TOP, Drawing.width(goal.name()) + 2 * GAP, SIZE + GAP, "start"));
    edges.add(new Box(right, TOP, 0, low - TOP, "start"));
    edges.add(new Box(LEFT, low, right - LEFT, 0, "start"));
  }

  private Box around(Point point) {
    double reach = MARK + 2;
    return new Box(atX(point.x()) - reach, atY(point.y()) - reach, 2 * reach, 2 * reach, "start");
  }

  private void addMark(List<Point> alike, XmlElement svg) {
    Point point = alike.get(0);
    svg.add(
        new XmlElement("circle")
            .with("class", point.inside() ? "mark inside" : "mark")
            .with("cx", coordinate(atX(point.x())))
            .with("cy", coordinate(atY(point.y())))
            .with("r", MARK)
            .with("fill", point.inside() ? ACCENT : PAPER)
            .with("stroke", ACCENT)
            .with("stroke-width", 2)
            .add(new XmlElement("title").text(names(alike))));
  }

  private static String names(List<Point> alike) {
    return String.join(", ", alike.stream().map(Point::name).toList());
  }

  /**
   * On the side where nothing else is; where the least is if there is something everywhere. Better
   * across a goal's edge than over a mark or another label.
   */
  private void addLabel(List<Point> alike, XmlElement svg, List<Box> taken, List<Box> edges) {
    String name = cut(names(alike), LONGEST);
    double middle = atX(alike.get(0).x());
    double level = atY(alike.get(0).y());
    double width = Drawing.width(name);
    double beside = MARK + GAP - 2;
    double height = SIZE + 4;
    List<Box> sides = new ArrayList<>();
    for (int ring = 0; ring < RINGS; ring++) {
      double reach = beside + ring * height;
      double above = level - height - reach + 4;
      double below = level + reach - 4;
      if (ring == 0) {
        sides.add(new Box(middle + reach, level - height / 2, width, height, "start"));
        sides.add(new Box(middle - reach - width, level - height / 2, width, height, "end"));
      }
      for (double y : new double[] {above, below}) {
        sides.add(new Box(middle - width / 2, y, width, height, "middle"));
        sides.add(new Box(middle + MARK, y, width, height, "start"));
        sides.add(new Box(middle - MARK - width, y, width, height, "end"));
      }
    }
    Box free =
        sides.stream()
            .filter(side -> side.x() >= LEFT && side.x() + side.width() <= WIDTH)
            .filter(side -> side.y() >= TOP && side.y() + side.height() <= BOTTOM)
            .min(
                Comparator.<Box, Long>comparing(side -> side.howMany(taken))
                    .thenComparing(side -> side.howMany(edges)))
            .orElse(sides.get(0));
    taken.add(free);
    svg.add(onPaper(text(name, free.at(), free.y() + SIZE - 1, free.anchor(), "ink", INK)));
  }
}
