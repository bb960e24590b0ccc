package org.soundcalc.report.recursion;

import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;

/**
 * A zkVM's tree of proofs, with its weakest places.
 *
 * @param title the zkVM's name and version
 * @param estimate the tree
 * @param weakest the circuit that decides the zkVM's figure; nothing where it has none
 * @param bits the zkVM's figure, where it has one
 */
public record Tree(
    String title, TreeEstimate estimate, Optional<String> weakest, Optional<Long> bits) {
  /** The tree of a zkVM whose file has one. */
  public static Optional<Tree> of(ZkvmEstimate zkvm) {
    return TreeEstimate.of(zkvm)
        .map(
            tree ->
                new Tree(
                    zkvm.zkvm().title(),
                    tree,
                    zkvm.security().map(security -> security.circuit()),
                    zkvm.security().map(security -> security.bits())));
  }

  /** Whether a circuit decides the zkVM's figure. */
  boolean isWeakest(Branch branch) {
    return weakest.filter(branch.name()::equals).isPresent();
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
