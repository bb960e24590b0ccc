package org.soundcalc.analysis.diff;

import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.recursion.TreeEstimate;

/** Proven bits that were lost. */
public sealed interface Regression {
  /** {@return the bits before, and after where some are left} */
  Change<Long> bits();

  /**
   * {@return what was removed and had the bits before, where it is not the same that has those
   * after}
   */
  Optional<String> replaced();

  /**
   * {@return the regime's name: of the zkVM's figure that of now, if there still is one; in a tree
   * each circuit counts under its own best one}
   */
  default String regimeName() {
    return Security.MIXED;
  }

  /**
   * The zkVM's own figure fell, or is no more.
   *
   * @param replaced the name of a zkVM that was removed, where this one was added
   * @param security the figure
   */
  record OfZkvm(Optional<String> replaced, Change<Security> security) implements Regression {
    @Override
    public String regimeName() {
      return security.latest().orElseThrow().regime();
    }

    @Override
    public Change<Long> bits() {
      return security.map(security -> (long) security.bits());
    }
  }

  /**
   * The figure of a zkVM's tree of proofs fell, or is no more though the tree is.
   *
   * @param replaced the name of a zkVM that was removed, where this one was added
   * @param trees the tree, on both sides
   */
  record OfTree(Optional<String> replaced, Change<ZkvmDiff.Tree> trees) implements Regression {
    @Override
    public Change<Long> bits() {
      return trees.flatMap(ZkvmDiff.Tree::figure).map(TreeEstimate.Figure::bits);
    }
  }

  /**
   * A circuit's figure under a proven regime fell, or is no more.
   *
   * @param circuit the circuit's name
   * @param replaced the name of a circuit that was removed, where this one was added
   * @param regime the circuit under the regime, or the one that was removed and this one
   */
  record OfCircuit(String circuit, Optional<String> replaced, RegimeDiff regime)
      implements Regression {
    @Override
    public String regimeName() {
      return regime.regime().name();
    }

    /** {@return the term that decides the circuit's figure now, where it still has one} */
    public Optional<String> term() {
      return regime.total().after().map(RegimeDiff.Total::binding);
    }

    @Override
    public Change<Long> bits() {
      return regime.total().map(RegimeDiff.Total::bits);
    }
  }
}
