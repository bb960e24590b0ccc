package org.soundcalc.analysis.recursion;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Grinding;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Zkvm;

/**
 * How much of a tree's figure is proof-of-work.
 *
 * @param log2Work the honest prover's expected tries for all proofs, as a base-2 logarithm with two
 *     decimals, rounded up; 0 for none
 * @param without the tree's figure with every factor 1; nothing where the tree has none
 */
public record TreeGrinding(BigDecimal log2Work, Optional<TreeEstimate.Figure> without) {
  /**
   * {@return the grinding of a tree, if any of its circuits has some}
   *
   * @param estimate the zkVM's figures, for the regimes asked for
   * @param tree of the same zkVM
   */
  public static Optional<TreeGrinding> of(ZkvmEstimate estimate, TreeEstimate tree) {
    Rational work = Rational.ZERO;
    for (Branch branch : tree.branches()) {
      Rational proofs = Rational.of(branch.proofs());
      work = work.plus(Grinding.work(branch.circuit().circuit()).times(proofs));
    }
    return work.signum() == 0
        ? Optional.empty()
        : Optional.of(new TreeGrinding(Grinding.log2(work), without(estimate)));
  }

  private static Optional<TreeEstimate.Figure> without(ZkvmEstimate estimate) {
    Zkvm zkvm = estimate.zkvm();
    List<Circuit> bare = zkvm.circuits().stream().map(Circuit::withoutGrinding).toList();
    return TreeEstimate.of(new Estimator(estimate.regimes()).estimate(zkvm.with(bare)))
        .flatMap(TreeEstimate::figure);
  }
}
