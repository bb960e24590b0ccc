package org.soundcalc.analysis.gate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.recursion.Branch;
import org.soundcalc.analysis.recursion.TreeEstimate;
import org.soundcalc.model.Regime;

/**
 * Which circuits are to blame where a whole tree of proofs falls short, and what would help.
 *
 * @param estimate the zkVM
 * @param tree its tree
 * @param asked the regimes asked for
 * @param known every regime there is
 * @param required the least bits
 * @param limit the limit on the final proof's size, if there is one
 */
record TreeShortfalls(
    ZkvmEstimate estimate,
    TreeEstimate tree,
    List<Regime> asked,
    List<Regime> known,
    long required,
    Optional<SizeLimit> limit) {
  private static final BigDecimal SMALL = new BigDecimal("0.01");

  /**
   * Those with a hundredth of the error or more, the largest share first, or the first where none
   * has so much; those without a proven figure where there is any. Empty if and only if the tree
   * has what is required.
   */
  List<Finding.TreeShortfall> find() {
    if (meets(tree)) {
      return List.of();
    }
    List<Remedy> regimes = regimes();
    return blamed().stream()
        .map(
            index -> {
              List<Remedy> remedies = new ArrayList<>(regimes);
              remedies.addAll(raises(index));
              return new Finding.TreeShortfall(
                  index, tree.branches().get(index), List.copyOf(remedies));
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

  /** Each proven regime that was not asked for: alone, which is less to write, or with the rest. */
  private List<Remedy> regimes() {
    List<Remedy> remedies = new ArrayList<>();
    for (Regime regime : known) {
      if (regime.isProven() && !asked.contains(regime)) {
        List<Regime> together = new ArrayList<>(asked);
        together.add(regime);
        List.of(List.of(regime), together).stream()
            .filter(this::lifts)
            .findFirst()
            .ifPresent(instead -> remedies.add(new Remedy.Ask(asked, instead)));
      }
    }
    return remedies;
  }

  private boolean lifts(List<Regime> regimes) {
    return new Estimator(regimes)
        .appraise(estimate.zkvm())
        .estimate()
        .flatMap(TreeEstimate::of)
        .filter(this::meets)
        .isPresent();
  }

  private List<Remedy> raises(int index) {
    if (tree.figure().isEmpty()) {
      return List.of();
    }
    List<Regime> usable =
        estimate
            .circuits()
            .get(index)
            .figures()
            .map(RegimeResult::regime)
            .filter(Regime::isProven)
            .toList();
    boolean isLast = index == estimate.circuits().size() - 1;
    Optional<SizeLimit> ofProof = isLast ? limit : Optional.empty();
    return Remedy.raises(
        estimate.circuits().get(index).circuit(),
        usable,
        terms -> tree.bitsWith(index, terms) >= required,
        ofProof);
  }
}
