package org.soundcalc.analysis.diff;

import java.math.BigInteger;
import java.util.Optional;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.analysis.recursion.TreeFigure;

/**
 * A zkVM's tree of proofs on one side.
 *
 * @param proofs how many it has
 * @param levels above the leaves, up to the final proof
 * @param figure of the whole; nothing where some circuit has no proven figure
 */
public record TreeState(BigInteger proofs, BigInteger levels, Optional<TreeFigure> figure) {
  /** The tree of a zkVM whose file has one. */
  static Optional<TreeState> of(ZkvmEstimate zkvm) {
    return TreeEstimate.of(zkvm)
        .map(tree -> new TreeState(tree.proofs(), tree.levels(), tree.figure()));
  }
}
