package org.soundcalc.analysis.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;

/**
 * Which circuits are to blame where a whole tree of proofs falls short, and what would help.
 *
 * @param tree the tree
 * @param required the least bits
 * @param remedies what would help its zkVM
 */
record TreeShortfalls(TreeEstimate tree, long required, Remedies remedies) {
  private static final BigDecimal SMALL = new BigDecimal("0.01");

  /** Whether the tree has what is required, and what helps where it has not. */
  Finding.Tree finding() {
    List<Finding.TreeShortfall> found = find();
    boolean isHelped = found.stream().anyMatch(shortfall -> !shortfall.remedies().isEmpty());
    return new Finding.Tree(
        required, tree, found, found.isEmpty() || isHelped ? List.of() : together());
  }

  /** For every circuit with fewer bits than are enough the first remedy, if each has one. */
  private List<Finding.OfCircuit> together() {
    long enough = Finding.Tree.enoughOfEach(required, tree);
    List<Finding.OfCircuit> all = new ArrayList<>();
    for (int i = 0; i < tree.branches().size(); i++) {
      Branch branch = tree.branches().get(i);
      if (branch.figures().filter(its -> its.bits() >= enough).isEmpty()) {
        List<Remedy> its =
            remedies.beyond(
                i,
                branch.circuit().circuit(),
                List.of(),
                enough,
                (prepared, regime) -> prepared.bits(regime).orElse(-1) >= enough);
        if (its.isEmpty()) {
          return List.of();
        }
        all.add(new Finding.OfCircuit(branch.name(), i, its.get(0)));
      }
    }
    return List.copyOf(all);
  }

  /**
   * Those with a hundredth of the error or more, the largest share first, or the first where none
   * has so much; those without a proven figure where there is any. Empty if and only if the tree
   * has what is required.
   */
  List<Finding.TreeShortfall> find() {
    if (meets(tree)) {
      return List.of();
    }
    List<Remedy> regimes =
        remedies.regimes().stream()
            .flatMap(
                some ->
                    some.stream()
                        .filter(o -> TreeEstimate.of(o.estimate()).filter(this::meets).isPresent())
                        .limit(1))
            .map(other -> (Remedy) other.remedy())
            .toList();
    return blamed().stream()
        .map(
            index -> {
              List<Remedy> all = new ArrayList<>(regimes);
              all.addAll(raises(index));
              return new Finding.TreeShortfall(index, tree.branches().get(index), List.copyOf(all));
            })
        .toList();
  }

  private boolean meets(TreeEstimate other) {
    return other.figure().filter(figure -> figure.bits() >= required).isPresent();
  }

  private List<Integer> blamed() {
    List<Branch> branches = tree.branches();
    if (tree.figure().isEmpty()) {
      return IntStream.range(0, branches.size())
          .filter(i -> branches.get(i).figures().isEmpty())
          .boxed()
          .toList();
    }
    List<Integer> largest = tree.byShare();
    long notSmall =
        largest.stream()
            .filter(i -> branches.get(i).share().orElseThrow().compareTo(SMALL) >= 0)
            .count();
    return largest.subList(0, (int) Math.max(1, notSmall));
  }

  private List<Remedy> raises(int index) {
    return tree.figure().isEmpty()
        ? List.of()
        : remedies.raises(
            index,
            regime -> regime.isProven() && remedies.mayRestOn(regime),
            (prepared, regime) -> tree.bitsWith(index, prepared.terms(regime)) >= required);
  }
}
