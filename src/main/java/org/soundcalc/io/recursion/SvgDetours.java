package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.soundcalc.model.Recursion;

/**
 * The lines that cannot go straight up into the next row. Each leaves its circuit on a track above
 * that one's row, runs up a lane beside the boxes, so that it passes through none, and arrives on a
 * track below its verifier's row.
 *
 * @param lines all of them
 * @param leaving how many tracks lie above each row
 * @param arriving how many tracks lie below each row
 */
record SvgDetours(List<Detour> lines, List<Integer> leaving, List<Integer> arriving) {
  /** A side of the drawing. */
  enum Side {
    LEFT,
    RIGHT
  }

  /**
   * The place where the lines of a circuit run up.
   *
   * @param circuit its index
   * @param distance of the circuit from the middle of the drawing
   * @param from the gap where its lines enter the lane; each gap is numbered as the row above it
   * @param to the gap where the last of them leaves it, ≤ {@code from}
   * @param number of the lane on its side, 0 for the outermost
   */
  private record Lane(int circuit, int distance, int from, int to, int number) {}

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
  record Detour(int verified, int verifier, Side side, int lane, int leaving, int arriving) {}

  /**
   * The lines of a drawing.
   *
   * @param rowOf the row of each circuit
   * @param middles of each circuit's box, from the middle of the drawing
   */
  static SvgDetours of(List<Recursion.Node> nodes, int[] rowOf, int[] middles) {
    List<List<Integer>> verifiers = distantVerifiers(nodes, rowOf);
    int[] leaving = new int[nodes.size()];
    List<Detour> ways = new ArrayList<>();
    for (Side side : Side.values()) {
      int[] tracks = new int[nodes.size()];
      for (Lane lane : lanes(side, verifiers, rowOf, middles)) {
        int circuit = lane.circuit();
        int track = tracks[rowOf[circuit]]++;
        for (int verifier : verifiers.get(circuit)) {
          ways.add(new Detour(circuit, verifier, side, lane.number(), track, 0));
        }
        leaving[rowOf[circuit]] = Math.max(leaving[rowOf[circuit]], track + 1);
      }
    }
    // those that go furthest in arrive lowest, below the ends of the others
    ways.sort(
        Comparator.comparing(Detour::side)
            .thenComparingInt(way -> (way.side() == Side.LEFT ? 1 : -1) * middles[way.verifier()])
            .thenComparingInt(Detour::lane));
    int[] arriving = new int[nodes.size()];
    List<Detour> lines = new ArrayList<>(ways.size());
    for (Detour way : ways) {
      int track = arriving[rowOf[way.verifier()]]++;
      lines.add(
          new Detour(way.verified(), way.verifier(), way.side(), way.lane(), way.leaving(), track));
    }
    return new SvgDetours(lines, list(leaving), list(arriving));
  }

  private static List<Integer> list(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /** Those who verify each circuit, where they are not in the next row. */
  private static List<List<Integer>> distantVerifiers(List<Recursion.Node> nodes, int[] rowOf) {
    List<List<Integer>> verifiers = new ArrayList<>(nodes.size());
    nodes.forEach(node -> verifiers.add(new ArrayList<>()));
    for (int i = 0; i < nodes.size(); i++) {
      for (int verified : nodes.get(i).verifies()) {
        if (rowOf[verified] - rowOf[i] > 1) {
          verifiers.get(verified).add(i);
        }
      }
    }
    return verifiers;
  }

  /**
   * The lanes of a side, as few as there must be. They are given away from the bottom up, the outer
   * ones first, so that lines that begin together do not cross. What is nearest to the lanes comes
   * first: it keeps lowest, below the lines that come from further in.
   */
  private static List<Lane> lanes(
      Side side, List<List<Integer>> verifiers, int[] rowOf, int[] middles) {
    List<Lane> needs = new ArrayList<>();
    for (int i = 0; i < rowOf.length; i++) {
      if (!verifiers.get(i).isEmpty() && middles[i] < 0 == (side == Side.LEFT)) {
        int top =
            verifiers.get(i).stream().mapToInt(verifier -> rowOf[verifier]).min().orElseThrow();
        needs.add(new Lane(i, Math.abs(middles[i]), rowOf[i] - 1, top, 0));
      }
    }
    Comparator<Lane> outermost = Comparator.comparingInt(Lane::distance).reversed();
    needs.sort(
        Comparator.comparingInt(Lane::from)
            .reversed()
            .thenComparingInt(Lane::to)
            .thenComparing(outermost));
    PriorityQueue<Lane> busy =
        new PriorityQueue<>(
            Comparator.comparingInt(Lane::to).reversed().thenComparingInt(Lane::number));
    PriorityQueue<Integer> free = new PriorityQueue<>(Comparator.reverseOrder());
    List<Lane> lanes = new ArrayList<>(needs.size());
    int count = 0;
    for (Lane need : needs) {
      while (!busy.isEmpty() && busy.element().to() > need.from()) {
        free.add(busy.remove().number());
      }
      int number = free.isEmpty() ? count++ : free.remove();
      Lane lane = new Lane(need.circuit(), need.distance(), need.from(), need.to(), number);
      busy.add(lane);
      lanes.add(lane);
    }
    lanes.sort(outermost);
    return lanes;
  }

  /** How many lanes there are on a side. */
  int lanes(Side side) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .mapToInt(line -> line.lane() + 1)
        .max()
        .orElse(0);
  }
}
