package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A place beside the boxes, on which the lines run from a circuit up to those of its verifiers that
 * are not in the next row: so that no line passes through a box.
 *
 * @param need the circuit whose lines they are, and how far they run
 * @param number of the lane on its side, 0 for the outermost
 */
record SvgLane(Need need, int number) {
  /** A side of the drawing. */
  enum Side {
    LEFT,
    RIGHT
  }

  /**
   * What a circuit needs a lane for.
   *
   * @param circuit its index
   * @param side where its lane is
   * @param distance of the circuit from the middle of the drawing
   * @param from the gap where its lines enter the lane; each gap is numbered as the row above it
   * @param to the gap where the last of them leaves it, ≤ {@code from}
   */
  record Need(int circuit, Side side, int distance, int from, int to) {}

  /**
   * As few lanes as there must be. From the bottom up, the outer ones first, so that lines that
   * begin together do not cross.
   *
   * @param needs all of one side
   */
  static List<SvgLane> assign(List<Need> needs) {
    List<Need> upwards = new ArrayList<>(needs);
    upwards.sort(
        Comparator.comparingInt(Need::from)
            .reversed()
            .thenComparingInt(Need::to)
            .thenComparing(Comparator.comparingInt(Need::distance).reversed()));
    List<SvgLane> lanes = new ArrayList<>(needs.size());
    PriorityQueue<SvgLane> busy =
        new PriorityQueue<>(
            Comparator.comparingInt((SvgLane lane) -> lane.need().to())
                .reversed()
                .thenComparingInt(SvgLane::number));
    PriorityQueue<Integer> free = new PriorityQueue<>(Comparator.reverseOrder());
    int count = 0;
    for (Need need : upwards) {
      while (!busy.isEmpty() && busy.element().need().to() > need.from()) {
        free.add(busy.remove().number());
      }
      SvgLane lane = new SvgLane(need, free.isEmpty() ? count++ : free.remove());
      busy.add(lane);
      lanes.add(lane);
    }
    return lanes;
  }
}
