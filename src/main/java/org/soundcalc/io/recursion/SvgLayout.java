package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.recursion.SvgDetours.Detour;
import org.soundcalc.model.Recursion;

/**
 * Where everything stands in a drawing: the final circuit at the top, each other one as high as it
 * can be below all that verify it.
 *
 * @param width of the drawing
 * @param height of the drawing
 * @param heading the lines above the boxes
 * @param boxes one for each circuit, in their order
 * @param lines from each circuit to those that verify it, itself aside
 */
record SvgLayout(int width, int height, List<String> heading, List<Box> boxes, List<Line> lines) {
  /** From line to line of text. */
  static final int LEADING = 20;

  /** Around everything. */
  static final int MARGIN = 24;

  /** How far a loop may reach out. */
  static final int LOOP = 40;

  /** The length of an arrow's head. */
  static final int HEAD = 8;

  /** Between rows, or between the tracks there: what lines that go straight have to bend in. */
  private static final int GAP = 56;

  /** From track to track, and from lane to lane. */
  private static final int STEP = 12;

  /** From a row up to its lowest track, and from its highest one down to the other row. */
  private static final int CLEARANCE = 18;

  /** How far a corner is rounded off. */
  private static final int ROUNDING = 5;

  /**
   * The box of a circuit.
   *
   * @param x its left side
   * @param y its upper side
   * @param text what is in it
   */
  record Box(int x, int y, int width, int height, SvgText text) {
    int middle() {
      return x + width / 2;
    }

    int bottom() {
      return y + height;
    }

    private Point top() {
      return new Point(middle(), y);
    }

    /** Where lines to it end: inside the arrow's head. */
    private Point below() {
      return new Point(middle(), bottom() + HEAD / 2);
    }
  }

  /**
   * A line, from what is verified up to its verifier.
   *
   * @param way its path
   */
  record Line(int verified, int verifier, String way) {}

  /** A place in a drawing. */
  private record Point(int x, int y) {
    /** Where a corner here begins, on the way to a place straight above or beside. */
    private Point towards(Point other) {
      return new Point(
          x + ROUNDING * Integer.signum(other.x - x), y + ROUNDING * Integer.signum(other.y - y));
    }

    @Override
    public String toString() {
      return x + " " + y;
    }
  }

  /** Lays a tree out. */
  static SvgLayout of(Tree tree) {
    List<Branch> branches = tree.estimate().branches();
    List<Recursion.Node> nodes = branches.stream().map(Branch::node).toList();
    List<SvgText> labels = branches.stream().map(branch -> SvgText.of(tree, branch)).toList();
    int[] rowOf = rowOf(nodes);
    List<List<Integer>> rows = rows(rowOf);
    int[] middles = middles(rows, labels);
    SvgDetours detours = SvgDetours.of(nodes, rowOf, middles);
    int inner = rows.stream().mapToInt(row -> width(row, labels)).max().orElseThrow();
    int left = inner / 2 + STEP * detours.lanes(SvgDetours.LEFT);
    int right = inner / 2 + STEP * detours.lanes(SvgDetours.RIGHT);
    List<String> heading = SvgText.heading(tree);
    int title = SvgText.boldWidth(heading.get(0));
    for (String line : heading.subList(1, heading.size())) {
      title = Math.max(title, SvgText.width(line));
    }
    int width = 2 * MARGIN + Math.max(left + right, title);
    int middle = (width + left - right) / 2;
    Box[] boxes = new Box[labels.size()];
    int y = 2 * MARGIN + heading.size() * LEADING;
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        y += height(detours.arriving(), i - 1) + GAP + height(detours.leaving(), i);
      }
      int height = rows.get(i).stream().mapToInt(j -> labels.get(j).height()).max().orElseThrow();
      for (int index : rows.get(i)) {
        SvgText label = labels.get(index);
        int x = middle + middles[index] - label.width() / 2;
        boxes[index] = new Box(x, y, label.width(), height, label);
      }
      y += height;
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < boxes.length; i++) {
      for (int verified : nodes.get(i).verifies()) {
        if (rowOf[verified] == rowOf[i] + 1) {
          int tracks = height(detours.leaving(), rowOf[verified]);
          lines.add(new Line(verified, i, straight(boxes[verified], tracks, boxes[i])));
        }
      }
    }
    for (Detour line : detours.lines()) {
      int away = (line.side() == SvgDetours.LEFT ? left : right) - STEP * line.lane();
      String way = around(line, middle + line.side() * away, boxes);
      lines.add(new Line(line.verified(), line.verifier(), way));
    }
    return new SvgLayout(width, y + MARGIN, heading, List.of(boxes), lines);
  }

  /** The row of each circuit, from the final one down. */
  private static int[] rowOf(List<Recursion.Node> nodes) {
    List<Integer> order = new Recursion(nodes).order();
    int[] rows = new int[nodes.size()];
    for (int i = order.size() - 1; i >= 0; i--) {
      for (int verified : nodes.get(order.get(i)).verifies()) {
        rows[verified] = Math.max(rows[verified], rows[order.get(i)] + 1);
      }
    }
    return rows;
  }

  /** The circuits of each row, in their order. */
  private static List<List<Integer>> rows(int[] rowOf) {
    return List.copyOf(
        IntStream.range(0, rowOf.length)
            .boxed()
            .collect(Collectors.groupingBy(i -> rowOf[i], TreeMap::new, Collectors.toList()))
            .values());
  }

  /** The middle of each box, from the middle of all. */
  private static int[] middles(List<List<Integer>> rows, List<SvgText> labels) {
    int[] middles = new int[labels.size()];
    for (List<Integer> row : rows) {
      int x = -width(row, labels) / 2;
      for (int index : row) {
        int width = labels.get(index).outerWidth();
        middles[index] = x + width / 2;
        x += width;
      }
    }
    return middles;
  }

  private static int width(List<Integer> row, List<SvgText> labels) {
    return row.stream().mapToInt(i -> labels.get(i).outerWidth()).sum();
  }

  /** The height of tracks at a row with the clearance that they need. */
  private static int height(Map<Integer, Integer> tracks, int row) {
    return tracks.containsKey(row) ? CLEARANCE + STEP * tracks.get(row) : 0;
  }

  /** A curve that leaves and arrives vertically, and crosses tracks at right angles. */
  private static String straight(Box from, int tracks, Box to) {
    int low = from.y() - tracks;
    int high = low - GAP + HEAD / 2;
    int bend = (low + high) / 2;
    Point end = to.below();
    return "M "
        + from.top()
        + (tracks == 0 ? "" : " V " + low)
        + " C %d %d %d %d %d %d".formatted(from.middle(), bend, end.x(), bend, end.x(), high)
        + (high == end.y() ? "" : " V " + end.y());
  }

  /** Straight lines with rounded corners, each of them vertical or horizontal. */
  private static String around(Detour line, int lane, Box[] boxes) {
    Point start = boxes[line.verified()].top();
    Point end = boxes[line.verifier()].below();
    int leaving = start.y() - CLEARANCE - STEP * line.leaving();
    int arriving = boxes[line.verifier()].bottom() + CLEARANCE + STEP * line.arriving();
    List<Point> points =
        List.of(
            start,
            new Point(start.x(), leaving),
            new Point(lane, leaving),
            new Point(lane, arriving),
            new Point(end.x(), arriving),
            end);
    StringBuilder way = new StringBuilder("M ").append(start);
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      way.append(" L ").append(corner.towards(points.get(i - 1)));
      way.append(" Q ").append(corner).append(' ').append(corner.towards(points.get(i + 1)));
    }
    return way.append(" L ").append(end).toString();
  }
}
