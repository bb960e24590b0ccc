package org.soundcalc.analysis.optimum;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Regime;
import org.soundcalc.search.optimum.Aim;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Optimizer;
import org.soundcalc.search.optimum.Space;

/**
 * What the circuits of a zkVM could be where bits are wanted of its whole tree of proofs.
 *
 * @param bits that are wanted of the tree
 * @param circuits in their order, with the bits that are allotted to each; where no allotment has
 *     the bits that are wanted, with the most that each can have or the reason why it has no more
 * @param today the tree as it is
 * @param best the tree of the configurations that are found; nothing where there is no allotment
 */
public record TreeOptimum(
    long bits, List<CircuitOptimum> circuits, TreeEstimate today, Optional<TreeEstimate> best) {
  /**
   * A circuit of the tree.
   *
   * @param optimizer which circuit, under which regimes
   * @param space what may move
   * @param aim what is wanted of it, whatever its bits
   */
  public record Part(Optimizer optimizer, Space space, Aim aim) {}

  /**
   * Looks for the least cost at which the tree has the bits that are wanted.
   *
   * @param zkvm the figures of a zkVM that has a recursion
   * @param parts its circuits, in their order
   * @param bits wanted; nothing for those that the tree has today
   * @param progress is told of every circuit that is done, by several threads
   * @return what was found
   * @throws IllegalStateException if the certified tree disagrees: a defect
   */
  public static TreeOptimum of(
      ZkvmEstimate zkvm, List<Part> parts, OptionalLong bits, Runnable progress) {
    TreeEstimate today = TreeEstimate.of(zkvm).orElseThrow();
    long wanted = bits.orElseGet(() -> today.figure().map(TreeEstimate.Figure::bits).orElse(0L));
    // what is least of the final proof is what counts
    Axis least = parts.get(parts.size() - 1).aim().least();
    List<Regime> regimes = parts.get(0).optimizer().regimes();
    return new TreeSearch(zkvm.zkvm(), today, regimes, wanted, least, progress).search(parts);
  }
}
