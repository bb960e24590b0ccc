package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.io.recursion.SvgDetours.Detour;
import org.soundcalc.io.recursion.SvgDetours.Side;
import org.soundcalc.io.recursion.SvgWay.Point;
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

  private static final int HEADING = MARGIN + 2 * LEADING;

  /**
   * The box of a circuit.
   *
   * @param x its left side
   * @param y its upper side
   * @param text what is in it
   */
  record Box(int x, int y, int width, int height, SvgLabel text) {
    int middle() {
      return x + width / 2;
    }

    int bottom() {
      return y + height;
    }
  }

  /**
   * A line, from what is verified up to its verifier.
   *
   * @param way its path
   */
  record Line(int verified, int verifier, String way) {}

  /** Lays a tree out. */
  static SvgLayout of(Tree tree) {
    List<Branch> branches = tree.estimate().branches();
    List<Recursion.Node> nodes = branches.stream().map(Branch::node).toList();
    List<SvgLabel> labels = branches.stream().map(branch -> SvgLabel.of(tree, branch)).toList();
    List<String> heading = SvgLabel.heading(tree);
    int[] rowOf = rowOf(nodes);
    List<List<Integer>> rows = rows(rowOf);
    int[] middles = middles(rows, labels);
    SvgDetours detours = SvgDetours.of(nodes, rowOf, middles);
    int inner = rows.stream().mapToInt(row -> width(row, labels)).max().orElseThrow();
    int left = STEP * detours.lanes(Side.LEFT);
    int right = STEP * detours.lanes(Side.RIGHT);
    int title = Math.max(SvgText.boldWidth(heading.get(0)), SvgText.width(heading.get(1)));
    int width = 2 * MARGIN + Math.max(left + inner + right, title);
    int middle = (width + left - right) / 2;
    List<Box> boxes =
        new ArrayList<>(Collections.nCopies(labels.size(), new Box(0, 0, 0, 0, SvgLabel.NONE)));
    int y = HEADING + MARGIN;
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0) {
        y += height(detours.arriving().get(i - 1)) + GAP + height(detours.leaving().get(i));
      }
      int height = rows.get(i).stream().mapToInt(j -> labels.get(j).height()).max().orElseThrow();
      for (int index : rows.get(i)) {
        SvgLabel label = labels.get(index);
        int x = middle + middles[index] - label.width() / 2;
        boxes.set(index, new Box(x, y, label.width(), height, label));
      }
      y += height;
    }
    List<Line> lines = new ArrayList<>();
    addStraight(nodes, rowOf, detours, boxes, lines);
    for (Detour detour : detours.lines()) {
      int away = inner / 2 + STEP * (detours.lanes(detour.side()) - detour.lane());
      lines.add(line(detour, detour.side() == Side.LEFT ? middle - away : middle + away, boxes));
    }
    return new SvgLayout(width, y + MARGIN, heading, List.copyOf(boxes), List.copyOf(lines));
  }

  /** The heading as one text. */
  String title() {
    return String.join(", ", heading);
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
    List<List<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < rowOf.length; i++) {
      while (rows.size() <= rowOf[i]) {
        rows.add(new ArrayList<>());
      }
      rows.get(rowOf[i]).add(i);
    }
    return rows;
  }

  /** The middle of each box, from the middle of all. */
  private static int[] middles(List<List<Integer>> rows, List<SvgLabel> labels) {
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

  private static int width(List<Integer> row, List<SvgLabel> labels) {
    return row.stream().mapToInt(i -> labels.get(i).outerWidth()).sum();
  }

  /** The height of tracks with the clearance that they need. */
  private static int height(int tracks) {
    return tracks == 0 ? 0 : CLEARANCE + STEP * tracks;
  }

  /** Where there are tracks, straight lines cross them at right angles, and bend between them. */
  private static void addStraight(
      List<Recursion.Node> nodes,
      int[] rowOf,
      SvgDetours detours,
      List<Box> boxes,
      List<Line> lines) {
    for (int i = 0; i < nodes.size(); i++) {
      for (int verified : nodes.get(i).verifies()) {
        if (rowOf[verified] == rowOf[i] + 1) {
          Box from = boxes.get(verified);
          int leaving = from.y() - height(detours.leaving().get(rowOf[verified]));
          int arriving = leaving - GAP + HEAD / 2;
          Point start = new Point(from.middle(), from.y());
          Point end = below(boxes.get(i));
          lines.add(new Line(verified, i, SvgWay.curve(start, leaving, arriving, end)));
        }
      }
    }
  }

  private static Line line(Detour detour, int lane, List<Box> boxes) {
    Box from = boxes.get(detour.verified());
    Point end = below(boxes.get(detour.verifier()));
    int leaving = from.y() - CLEARANCE - STEP * detour.leaving();
    int arriving = boxes.get(detour.verifier()).bottom() + CLEARANCE + STEP * detour.arriving();
    List<Point> corners =
        List.of(
            new Point(from.middle(), from.y()),
            new Point(from.middle(), leaving),
            new Point(lane, leaving),
            new Point(lane, arriving),
            new Point(end.x(), arriving),
            end);
    return new Line(detour.verified(), detour.verifier(), SvgWay.corners(corners));
  }

  /** Where lines to a box end: inside the arrow's head. */
  private static Point below(Box box) {
    return new Point(box.middle(), box.bottom() + HEAD / 2);
  }
}
