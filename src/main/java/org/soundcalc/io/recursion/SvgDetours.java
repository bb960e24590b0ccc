package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.soundcalc.io.recursion.SvgLane.Need;
import org.soundcalc.io.recursion.SvgLane.Side;
import org.soundcalc.model.Recursion;

/**
 * The lines that cannot go straight up into the next row. Each leaves its circuit on a track above
 * that one's row, runs up a lane beside the boxes, and arrives on a track below its verifier's row.
 *
 * @param lines all of them
 * @param leaving how many tracks lie above each row
 * @param arriving how many tracks lie below each row
 */
record SvgDetours(List<Detour> lines, List<Integer> leaving, List<Integer> arriving) {
  /**
   * One such line.
   *
   * @param lane its lane, which begins at the circuit that is verified
   * @param verifier where it ends
   * @param leaving its track above the row where it begins, 0 for the lowest
   * @param arriving its track below the verifier's row, 0 for the highest
   */
  record Detour(SvgLane lane, int verifier, int leaving, int arriving) {
    int verified() {
      return lane.need().circuit();
    }

    Side side() {
      return lane.need().side();
    }
  }

  /** A line before it has a track to arrive on. */
  private record Way(SvgLane lane, int verifier, int row, int leaving) {}

  /**
   * The lines of a drawing.
   *
   * @param middles of each circuit's box, from the middle of the drawing
   */
  static SvgDetours of(List<Recursion.Node> nodes, SvgRows rows, int[] middles) {
    List<List<Integer>> verifiers = verifiers(nodes, rows);
    List<Need> left = new ArrayList<>();
    List<Need> right = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      if (!verifiers.get(i).isEmpty()) {
        int top = verifiers.get(i).stream().mapToInt(rows.rowOf()::get).min().getAsInt();
        Side side = middles[i] < 0 ? Side.LEFT : Side.RIGHT;
        Need need = new Need(i, side, Math.abs(middles[i]), rows.rowOf().get(i) - 1, top);
        (side == Side.LEFT ? left : right).add(need);
      }
    }
    int[] leaving = new int[rows.rows().size()];
    List<Way> ways = new ArrayList<>();
    for (List<Need> needs : List.of(left, right)) {
      List<SvgLane> lanes = new ArrayList<>(SvgLane.assign(needs));
      // what is nearest to the lanes keeps lowest, below the lines that come from further in
      lanes.sort(Comparator.comparingInt((SvgLane lane) -> lane.need().distance()).reversed());
      int[] tracks = new int[leaving.length];
      for (SvgLane lane : lanes) {
        int circuit = lane.need().circuit();
        int row = rows.rowOf().get(circuit);
        for (int verifier : verifiers.get(circuit)) {
          ways.add(new Way(lane, verifier, rows.rowOf().get(verifier), tracks[row]));
        }
        tracks[row]++;
        leaving[row] = Math.max(leaving[row], tracks[row]);
      }
    }
    return arrive(ways, leaving, middles);
  }

  /** Those who verify each circuit, where they are not in the next row. */
  private static List<List<Integer>> verifiers(List<Recursion.Node> nodes, SvgRows rows) {
    List<List<Integer>> verifiers = new ArrayList<>(nodes.size());
    nodes.forEach(node -> verifiers.add(new ArrayList<>()));
    for (int i = 0; i < nodes.size(); i++) {
      for (int verified : nodes.get(i).verifies()) {
        if (rows.rowOf().get(verified) - rows.rowOf().get(i) > 1) {
          verifiers.get(verified).add(i);
        }
      }
    }
    return verifiers;
  }

  /** Those that go furthest in arrive lowest, below the ends of the others. */
  private static SvgDetours arrive(List<Way> ways, int[] leaving, int[] middles) {
    ways.sort(
        Comparator.comparing((Way way) -> way.lane().need().side())
            .thenComparingInt(way -> inwards(way, middles))
            .thenComparingInt(way -> way.lane().number()));
    int[] arriving = new int[leaving.length];
    List<Detour> lines = new ArrayList<>(ways.size());
    for (Way way : ways) {
      lines.add(new Detour(way.lane(), way.verifier(), way.leaving(), arriving[way.row()]++));
    }
    return new SvgDetours(List.copyOf(lines), list(leaving), list(arriving));
  }

  /** How far a line goes in from its lane, up to a constant. */
  private static int inwards(Way way, int[] middles) {
    int middle = middles[way.verifier()];
    return way.lane().need().side() == Side.LEFT ? middle : -middle;
  }

  private static List<Integer> list(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** How many lanes there are on a side. */
  int lanes(Side side) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .mapToInt(line -> line.lane().number() + 1)
        .max()
        .orElse(0);
  }
}
