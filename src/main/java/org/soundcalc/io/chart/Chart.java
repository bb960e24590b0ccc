package org.soundcalc.io.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Lines over one axis.
 *
 * @param title what it shows
 * @param description the same for those who do not see it
 * @param x the axis at the bottom
 * @param y the axis at the left
 * @param series the lines, each of its own colour
 * @param levels lines across, such as what is required
 * @param remark what the marks are; may be empty
 */
public record Chart(
    String title,
    String description,
    Axis x,
    Axis y,
    List<Series> series,
    List<Level> levels,
    String remark) {
  /** Whether there is one line, which needs no legend. */
  boolean isOfOneLine() {
    return series.size() == 1;
  }

  /**
   * A line.
   *
   * @param name in the legend
   * @param points from the left to the right
   */
  public record Series(String name, List<Point> points) {}

  /**
   * A point of a line.
   *
   * @param x where it is
   * @param y its height; the line is broken where there is none
   * @param title what is told of it where it is marked
   * @param mark what is written at its mark where there is one line alone; empty for no mark
   */
  public record Point(double x, OptionalDouble y, String title, String mark) {
    boolean isMarked() {
      return !mark.isEmpty();
    }
  }

  /**
   * A line across.
   *
   * @param y its height
   * @param label beside it
   */
  public record Level(double y, String label) {}
}
