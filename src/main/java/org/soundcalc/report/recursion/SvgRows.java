package org.soundcalc.report.recursion;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Recursion;

/**
 * The rows of a drawing, from the final circuit down.
 *
 * @param tree what is drawn
 */
record SvgRows(TreeEstimate tree) {
  /** The circuits of each row: each as high as it can be below all that verify it. */
  List<List<Integer>> rows() {
    List<Recursion.Node> nodes = tree.branches().stream().map(Branch::node).toList();
    List<Integer> order = new Recursion(nodes).order();
    int[] depths = new int[nodes.size()];
    List<List<Integer>> rows = new ArrayList<>();
    for (int i = order.size() - 1; i >= 0; i--) {
      int index = order.get(i);
      for (int verified : nodes.get(index).verifies()) {
        depths[verified] = Math.max(depths[verified], depths[index] + 1);
      }
      while (rows.size() <= depths[index]) {
        rows.add(new ArrayList<>());
      }
      rows.get(depths[index]).add(index);
    }
    return rows;
  }
}
