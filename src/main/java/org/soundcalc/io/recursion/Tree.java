package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.analysis.recursion.TreeGrinding;

/**
 * A zkVM's tree of proofs, with its weakest places.
 *
 * @param title the zkVM's name and version
 * @param estimate the tree
 * @param security the zkVM's figure, which leaves the number of proofs aside
 * @param grinding how much of its figure is proof-of-work; nothing where none is
 * @param weakest the circuit whose own best figure is the least, by hundredths, and of equal ones
 *     the first; nothing where some circuit has none
 * @param largest the circuit with the largest share of the error, if that is more than the
 *     weakest's
 */
public record Tree(
    String title,
    TreeEstimate estimate,
    Optional<Security> security,
    Optional<TreeGrinding> grinding,
    Optional<Branch> weakest,
    Optional<Branch> largest) {
  /**
   * Looks for a zkVM's tree.
   *
   * @param zkvm the zkVM
   * @return its tree, where its file has one
   */
  public static Optional<Tree> of(ZkvmEstimate zkvm) {
    return TreeEstimate.of(zkvm)
        .map(
            tree -> {
              Optional<Branch> weakest = weakest(tree);
              return new Tree(
                  zkvm.zkvm().title(),
                  tree,
                  zkvm.findSecurity(),
                  TreeGrinding.of(zkvm, tree),
                  weakest,
                  weakest.flatMap(branch -> largest(tree, branch)));
            });
  }

  private static Optional<Branch> weakest(TreeEstimate tree) {
    if (tree.figure().isEmpty()) {
      return Optional.empty();
    }
    Branch weakest = tree.branches().get(0);
    for (Branch branch : tree.branches()) {
      weakest = hundredths(branch) < hundredths(weakest) ? branch : weakest;
    }
    return Optional.of(weakest);
  }

  private static long hundredths(Branch branch) {
    return branch.hundredthBitsOfOne().orElseThrow();
  }

  private static Optional<Branch> largest(TreeEstimate tree, Branch weakest) {
    Branch first = tree.branches().get(tree.byShare().get(0));
    boolean isMore = first.share().orElseThrow().compareTo(weakest.share().orElseThrow()) > 0;
    return isMore ? Optional.of(first) : Optional.empty();
  }

  /** Bits of one proof, under the circuit's own best regime. */
  static long bitsOfOne(Branch branch) {
    return branch.figures().orElseThrow().bits();
  }

  /** The names of the other circuits that a circuit verifies. */
  List<String> verified(Branch branch) {
    List<String> names = new ArrayList<>();
    for (int index : branch.node().verifies()) {
      names.add(estimate.branches().get(index).name());
    }
    return names;
  }

  /** Which circuit verifies which, itself included: the pattern filled with their indices. */
  List<String> edges(String pattern) {
    List<String> edges = new ArrayList<>();
    for (int i = 0; i < estimate.branches().size(); i++) {
      List<Integer> verified = new ArrayList<>(estimate.branches().get(i).node().verifies());
      if (estimate.branches().get(i).node().verifiesItself()) {
        verified.add(i);
      }
      for (int index : verified) {
        edges.add(pattern.formatted(index, i));
      }
    }
    return edges;
  }

  /** What a circuit is in the tree, line by line, below its name. */
  List<String> details(Branch branch) {
    List<String> lines = new ArrayList<>(TreeWords.details(branch));
    mark(branch).ifPresent(lines::add);
    return lines;
  }

  /** What a reader must not miss of a circuit, in words. */
  Optional<String> mark(Branch branch) {
    if (is(weakest, branch)) {
      return Optional.of("weakest");
    }
    return is(largest, branch) ? Optional.of("largest share") : Optional.empty();
  }

  private static boolean is(Optional<Branch> marked, Branch branch) {
    return marked.map(Branch::name).filter(branch.name()::equals).isPresent();
  }
}
