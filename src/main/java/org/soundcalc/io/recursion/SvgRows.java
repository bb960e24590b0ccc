package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Recursion;

/**
 * The rows of a drawing, from the final circuit down.
 *
 * @param rows the circuits of each row, in their order
 * @param rowOf the row of each circuit
 */
record SvgRows(List<List<Integer>> rows, List<Integer> rowOf) {
  /** Each circuit as high as it can be below all that verify it. */
  static SvgRows of(TreeEstimate tree) {
    List<Recursion.Node> nodes = tree.branches().stream().map(Branch::node).toList();
    List<Integer> order = new Recursion(nodes).order();
    int[] depths = new int[nodes.size()];
    for (int i = order.size() - 1; i >= 0; i--) {
      int index = order.get(i);
      for (int verified : nodes.get(index).verifies()) {
        depths[verified] = Math.max(depths[verified], depths[index] + 1);
      }
    }
    List<List<Integer>> rows = new ArrayList<>();
    List<Integer> rowOf = new ArrayList<>(depths.length);
    for (int i = 0; i < depths.length; i++) {
      while (rows.size() <= depths[i]) {
        rows.add(new ArrayList<>());
      }
      rows.get(depths[i]).add(i);
      rowOf.add(depths[i]);
    }
    return new SvgRows(rows, List.copyOf(rowOf));
  }
}
