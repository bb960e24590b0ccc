package org.soundcalc.io.recursion;

import java.util.List;

/** The ways of lines, in the language of SVG's paths. */
final class SvgWay {
  /** How far a corner is rounded off. */
  private static final int ROUNDING = 5;

  private SvgWay() {}

  /** A place in a drawing. */
  record Point(int x, int y) {
    /** A place this far from here, on the way to another one straight above or beside. */
    private Point towards(Point other, int distance) {
      return new Point(
          x + distance * Integer.signum(other.x - x), y + distance * Integer.signum(other.y - y));
    }

    @Override
    public String toString() {
      return x + " " + y;
    }
  }

  /**
   * A curve that leaves and arrives vertically.
   *
   * @param low where it begins to bend
   * @param high where it has bent
   */
  static String curve(Point from, int low, int high, Point to) {
    int bend = (low + high) / 2;
    return "M %s%s C %d %d %d %d %d %d%s"
        .formatted(
            from,
            low == from.y() ? "" : " V " + low,
            from.x(),
            bend,
            to.x(),
            bend,
            to.x(),
            high,
            high == to.y() ? "" : " V " + to.y());
  }

  /** Straight lines with rounded corners, each of them vertical or horizontal. */
  static String corners(List<Point> points) {
    int last = points.size() - 1;
    StringBuilder way = new StringBuilder("M ").append(points.get(0));
    for (int i = 1; i < last; i++) {
      Point corner = points.get(i);
      way.append(" L ").append(corner.towards(points.get(i - 1), ROUNDING));
      way.append(" Q ").append(corner).append(' ');
      way.append(corner.towards(points.get(i + 1), ROUNDING));
    }
    return way.append(" L ").append(points.get(last)).toString();
  }
}
