package org.soundcalc.analysis.diff;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.ProofSize;

/**
 * A zkVM before and after.
 *
 * @param sides its estimates, at least one
 * @param circuits every circuit of either side, changed or not
 * @param trees its trees of proofs; nothing on a side whose file describes none
 */
public record ZkvmDiff(Change<ZkvmEstimate> sides, List<CircuitDiff> circuits, Change<Tree> trees) {
  /**
   * {@return the difference of two estimates}
   *
   * @param sides at least one, under the same regimes
   */
  public static ZkvmDiff of(Change<ZkvmEstimate> sides) {
    return new ZkvmDiff(sides, CircuitDiff.of(sides), sides.flatMap(Tree::of));
  }

  /** {@return its name now or, where it is no more, as it was} */
  public String name() {
    return sides.latest().orElseThrow().zkvm().name();
  }

  /** {@return its own proven figure; nothing on a side where some circuit has none} */
  public Change<Security> security() {
    return sides.flatMap(ZkvmEstimate::findSecurity);
  }

  /** {@return the bits of that figure} */
  public Change<Long> securityBits() {
    return security().map(figure -> (long) figure.bits());
  }

  /**
   * {@return the figure of its tree of proofs; nothing on a side where there is no tree, or no
   * figure}
   */
  public Change<TreeEstimate.Figure> treeFigure() {
    return trees.flatMap(Tree::figure);
  }

  /**
   * The proof that a zkVM ends with.
   *
   * @param circuit the circuit that makes it
   * @param size its size
   */
  public record FinalProof(String circuit, ProofSize size) {}

  /** {@return its final proof} */
  public Change<FinalProof> finalProof() {
    return sides.map(side -> new FinalProof(side.last().name(), side.proofSize()));
  }

  /** {@return its final proof as it is sent; nothing on a side that does not describe it} */
  public Change<FinalProof> finalProofSent() {
    return sides.flatMap(
        side -> side.proofSizeSent().map(size -> new FinalProof(side.last().name(), size)));
  }

  /**
   * {@return what became of it: changed where its figure, its final proof, its tree of proofs, its
   * name or version is different, or a circuit}
   */
  public Change.Kind kind() {
    if (!sides.isMatched()) {
      return sides.kind();
    }
    boolean moved =
        sides.map(side -> side.zkvm().name()).isMoved()
            || sides.flatMap(side -> side.zkvm().version()).isMoved()
            || security().isMoved()
            || finalProof().isMoved()
            || finalProofSent().isMoved()
            || trees.isMoved()
            || circuits.stream().anyMatch(circuit -> circuit.kind() != Change.Kind.UNCHANGED);
    return moved ? Change.Kind.CHANGED : Change.Kind.UNCHANGED;
  }

  /**
   * {@return where proven bits were lost: in the zkVM's figure, in that of its tree and in circuits
   * that are on both sides, and from those removed to those added} What was removed and not
   * replaced has lost none.
   */
  public List<Regression> regressions() {
    List<Regression> regressions = new ArrayList<>();
    if (sides.isMatched() && RegimeDiff.hasFallen(securityBits())) {
      regressions.add(new Regression.OfZkvm(Optional.empty(), security()));
    }
    if (trees.isMatched() && RegimeDiff.hasFallen(treeFigure().map(TreeEstimate.Figure::bits))) {
      regressions.add(new Regression.OfTree(Optional.empty(), trees));
    }
    for (CircuitDiff circuit : circuits) {
      if (circuit.sides().isMatched()) {
        for (RegimeDiff regime : circuit.regimes()) {
          if (regime.isRegression()) {
            regressions.add(new Regression.OfCircuit(circuit.name(), Optional.empty(), regime));
          }
        }
      }
    }
    regressions.addAll(Replacements.ofCircuits(circuits));
    return List.copyOf(regressions);
  }

  /**
   * A zkVM's tree of proofs on one side.
   *
   * @param proofs how many it has
   * @param levels above the leaves, up to the final proof
   * @param figure of the whole; nothing where some circuit has no proven figure
   */
  public record Tree(BigInteger proofs, BigInteger levels, Optional<TreeEstimate.Figure> figure) {
    /** The tree of a zkVM whose file has one. */
    static Optional<Tree> of(ZkvmEstimate zkvm) {
      return TreeEstimate.of(zkvm)
          .map(tree -> new Tree(tree.proofs(), tree.levels(), tree.figure()));
    }
  }
}
