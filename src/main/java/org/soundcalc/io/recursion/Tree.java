package org.soundcalc.io.recursion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.analysis.recursion.TreeGrinding;
import org.soundcalc.model.Recursion;

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
    return TreeEstimate.of(zkvm).map(tree -> of(zkvm, tree));
  }

  /**
   * Looks for a zkVM's tree, whose numbers of proofs nobody stated.
   *
   * @param zkvm the zkVM, with any numbers
   * @return which circuits verify which, where its file says so
   */
  public static Optional<Tree> described(ZkvmEstimate zkvm) {
    return TreeEstimate.of(zkvm).map(tree -> of(zkvm, tree.withoutCounts()));
  }

  private static Tree of(ZkvmEstimate zkvm, TreeEstimate tree) {
    Optional<Branch> weakest = weakest(tree);
    Optional<Branch> largest = weakest.flatMap(branch -> largest(tree, branch));
    Optional<TreeGrinding> grinding =
        tree.isCounted() ? TreeGrinding.of(zkvm, tree) : Optional.empty();
    return new Tree(zkvm.zkvm().title(), tree, zkvm.findSecurity(), grinding, weakest, largest);
  }

  private static Optional<Branch> weakest(TreeEstimate tree) {
    return tree.figure().flatMap(figure -> tree.branches().stream().min(Tree::byBits));
  }

  /** A Comparator of Java's own is a class made at run time. */
  private static int byBits(Branch one, Branch other) {
    return Long.compare(
        one.hundredthBitsOfOne().orElseThrow(), other.hundredthBitsOfOne().orElseThrow());
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
    return branch.node().verifies().stream().map(i -> estimate.branches().get(i).name()).toList();
  }

  /** Which circuit verifies which, itself included: the pattern filled with their indices. */
  List<String> edges(String pattern) {
    List<String> edges = new ArrayList<>();
    for (int i = 0; i < estimate.branches().size(); i++) {
      Recursion.Node node = estimate.branches().get(i).node();
      for (int index : node.verifies()) {
        edges.add(pattern.formatted(index, i));
      }
      if (node.verifiesItself()) {
        edges.add(pattern.formatted(i, i));
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

  /** The status of regimes that circuits count under, where a reader must know more of it. */
  List<String> standings() {
    return estimate.branches().stream()
        .flatMap(branch -> branch.figures().stream())
        .map(figures -> figures.regime().info())
        .filter(regime -> regime.remark().isPresent())
        .map(regime -> regime.name() + ": " + regime.standing())
        .distinct()
        .toList();
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
