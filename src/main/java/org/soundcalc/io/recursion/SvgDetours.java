package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.soundcalc.model.Recursion;

/**
 * The lines that cannot go straight up into the next row. Each leaves its circuit on a track above
 * that one's row, runs up a lane beside the boxes, so that it passes through none, and arrives on a
 * track below its verifier's row.
 *
 * @param lines all of them
 * @param leaving how many tracks lie above a row, where there are any
 * @param arriving how many tracks lie below a row, where there are any
 */
record SvgDetours(
    List<Detour> lines, Map<Integer, Integer> leaving, Map<Integer, Integer> arriving) {
  /** The sides of the drawing, as the signs of places from its middle. */
  static final int LEFT = -1;

  static final int RIGHT = 1;

  /**
   * One such line.
   *
   * @param verified where it begins
   * @param verifier where it ends
   * @param side where its lane is
   * @param lane the number of its lane on that side, 0 for the outermost
   * @param leaving its track above the row where it begins, 0 for the lowest
   * @param arriving its track below the verifier's row, 0 for the highest
   */
  record Detour(int verified, int verifier, int side, int lane, int leaving, int arriving) {
    private Detour arrivingOn(int track) {
      return new Detour(verified, verifier, side, lane, leaving, track);
    }
  }

  /**
   * The lines of a drawing.
   *
   * @param rowOf the row of each circuit
   * @param middles of each circuit's box, from the middle of the drawing
   */
  static SvgDetours of(List<Recursion.Node> nodes, int[] rowOf, int[] middles) {
    Map<Integer, List<Integer>> verifiers = distantVerifiers(nodes, rowOf);
    Map<Integer, Integer> leaving = new HashMap<>();
    List<Detour> lines = new ArrayList<>();
    for (int side : List.of(LEFT, RIGHT)) {
      List<Integer> circuits = new ArrayList<>(verifiers.keySet());
      circuits.removeIf(circuit -> middles[circuit] < 0 != (side == LEFT));
      // what is nearest to the lanes keeps lowest, below the lines that come from further in
      circuits.sort(Comparator.comparingInt(circuit -> -side * middles[circuit]));
      Map<Integer, Integer> lanes = lanes(circuits, verifiers, rowOf);
      int[] tracks = new int[nodes.size()];
      for (int circuit : circuits) {
        int track = tracks[rowOf[circuit]]++;
        leaving.merge(rowOf[circuit], track + 1, Math::max);
        for (int verifier : verifiers.get(circuit)) {
          lines.add(new Detour(circuit, verifier, side, lanes.get(circuit), track, 0));
        }
      }
    }
    // those that go furthest in arrive lowest, below the ends of the others
    lines.sort(
        Comparator.comparingInt(Detour::side)
            .thenComparingInt(line -> -line.side() * middles[line.verifier()])
            .thenComparingInt(Detour::lane));
    Map<Integer, Integer> arriving = new HashMap<>();
    lines.replaceAll(
        line -> line.arrivingOn(arriving.merge(rowOf[line.verifier()], 1, Integer::sum) - 1));
    return new SvgDetours(lines, leaving, arriving);
  }

  /** Those who verify a circuit, where they are not in the next row. */
  private static Map<Integer, List<Integer>> distantVerifiers(
      List<Recursion.Node> nodes, int[] rowOf) {
    Map<Integer, List<Integer>> verifiers = new TreeMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (int verified : nodes.get(i).verifies()) {
        if (rowOf[verified] - rowOf[i] > 1) {
          verifiers.computeIfAbsent(verified, v -> new ArrayList<>()).add(i);
        }
      }
    }
    return verifiers;
  }

  /**
   * The lanes of a side, as few as there must be. They are given away from the bottom up, the outer
   * ones first, so that lines that begin together do not cross.
   *
   * @param circuits that need one, the outermost first
   */
  private static Map<Integer, Integer> lanes(
      List<Integer> circuits, Map<Integer, List<Integer>> verifiers, int[] rowOf) {
    ToIntFunction<Integer> top =
        circuit -> verifiers.get(circuit).stream().mapToInt(i -> rowOf[i]).min().orElseThrow();
    List<Integer> fromBelow = new ArrayList<>(circuits);
    fromBelow.sort(Comparator.<Integer>comparingInt(i -> -rowOf[i]).thenComparingInt(top));
    Map<Integer, Integer> lanes = new HashMap<>();
    List<Integer> tops = new ArrayList<>();
    for (int circuit : fromBelow) {
      int lane = tops.size() - 1;
      while (lane >= 0 && tops.get(lane) < rowOf[circuit]) {
        lane--;
      }
      if (lane < 0) {
        lane = tops.size();
        tops.add(0);
      }
      tops.set(lane, top.applyAsInt(circuit));
      lanes.put(circuit, lane);
    }
    return lanes;
  }

  /** How many lanes there are on a side. */
  int lanes(int side) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .mapToInt(line -> line.lane() + 1)
        .max()
        .orElse(0);
  }
}
