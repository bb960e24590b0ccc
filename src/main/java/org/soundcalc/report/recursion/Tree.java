package org.soundcalc.report.recursion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;

/**
 * A zkVM's tree of proofs, with its weakest places.
 *
 * @param title the zkVM's name and version
 * @param estimate the tree
 * @param security the zkVM's figure, which leaves the number of proofs aside
 */
public record Tree(String title, TreeEstimate estimate, Optional<Security> security) {
  /** The tree of a zkVM whose file has one. */
  public static Optional<Tree> of(ZkvmEstimate zkvm) {
    return TreeEstimate.of(zkvm).map(tree -> new Tree(zkvm.zkvm().title(), tree, zkvm.security()));
  }

  /**
   * The circuit whose own best figure is the least, where each has one; of equal ones the first.
   */
  Optional<Branch> weakest() {
    return estimate.figure().isEmpty()
        ? Optional.empty()
        : estimate.branches().stream().min(Comparator.comparingLong(Tree::bitsOfOne));
  }

  /** Bits of one proof, under the circuit's own best regime. */
  static long bitsOfOne(Branch branch) {
    return branch.figures().orElseThrow().bits();
  }

  /** Whether a circuit's own best figure is the least. */
  private boolean isWeakest(Branch branch) {
    return weakest().map(Branch::name).filter(branch.name()::equals).isPresent();
  }

  /** What a reader must not miss of a circuit, in words. */
  Optional<String> mark(Branch branch) {
    if (isWeakest(branch)) {
      return Optional.of("weakest");
    }
    List<Branch> byShare = estimate.byShare();
    boolean hasMost = !byShare.isEmpty() && byShare.get(0).name().equals(branch.name());
    boolean weakestHasAsMuch =
        hasMost
            && byShare.stream()
                .filter(this::isWeakest)
                .anyMatch(other -> other.share().equals(branch.share()));
    return hasMost && !weakestHasAsMuch ? Optional.of("largest share") : Optional.empty();
  }
}
