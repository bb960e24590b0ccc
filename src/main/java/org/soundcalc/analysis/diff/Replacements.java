package org.soundcalc.analysis.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.recursion.TreeEstimate;

/**
 * What was added where something was removed. Whether one is the other under a new name is not
 * known, so that the weakest of either are compared: a new name hides no loss.
 */
public final class Replacements {
  private Replacements() {}

  /** Where the added circuits of a zkVM are weaker than the removed ones, regime by regime. */
  static List<Regression> ofCircuits(List<CircuitDiff> circuits) {
    List<Change<CircuitEstimate>> sides = circuits.stream().map(CircuitDiff::sides).toList();
    List<Regression> regressions = new ArrayList<>();
    for (int i = 0; i < circuits.get(0).regimes().size(); i++) {
      int regime = i;
      if (circuits.get(0).regimes().get(i).regime().isProven()) {
        loss(sides, c -> c.results().get(regime).figures().map(RegimeResult.Figures::bits))
            .map(weakest -> regression(weakest, regime))
            .ifPresent(regressions::add);
      }
    }
    return regressions;
  }

  /**
   * {@return the weakest zkVM of those removed and of those added, where that is a loss of proven
   * bits}
   *
   * @param zkvms all of the diff: removed, added and changed
   */
  public static Optional<Change<ZkvmDiff>> ofZkvms(List<ZkvmDiff> zkvms) {
    return ofZkvms(zkvms, ZkvmDiff::securityBits);
  }

  /**
   * {@return the same of those that have a tree of proofs, by the figure of the whole tree}
   *
   * @param zkvms all of the diff: removed, added and changed
   */
  public static Optional<Change<ZkvmDiff>> ofTrees(List<ZkvmDiff> zkvms) {
    List<ZkvmDiff> trees = zkvms.stream().filter(z -> z.trees().latest().isPresent()).toList();
    return ofZkvms(trees, zkvm -> zkvm.treeFigure().map(TreeEstimate.Figure::bits));
  }

  private static Optional<Change<ZkvmDiff>> ofZkvms(
      List<ZkvmDiff> zkvms, Function<ZkvmDiff, Change<Long>> bits) {
    List<Change<ZkvmDiff>> sides =
        zkvms.stream().map(zkvm -> zkvm.sides().<ZkvmDiff>map(side -> zkvm)).toList();
    return loss(sides, zkvm -> bits.apply(zkvm).latest());
  }

  private static Regression regression(Change<CircuitEstimate> weakest, int regime) {
    Change<String> names = weakest.map(circuit -> circuit.name());
    RegimeDiff diff = RegimeDiff.of(weakest.map(circuit -> circuit.results().get(regime)));
    return new Regression.OfCircuit(names.after().orElseThrow(), names.before(), diff);
  }

  /**
   * The weakest of what was removed and of what was added, where that is a loss: more have no bits
   * than before, or the least bits are fewer.
   */
  private static <T> Optional<Change<T>> loss(
      List<Change<T>> changes, Function<T, Optional<Long>> bits) {
    List<Change<T>> apart = changes.stream().filter(change -> !change.isMatched()).toList();
    List<T> removed = apart.stream().flatMap(change -> change.before().stream()).toList();
    List<T> added = apart.stream().flatMap(change -> change.after().stream()).toList();
    Optional<T> had = weakest(removed, bits);
    if (had.isEmpty() || added.isEmpty()) {
      return Optional.empty();
    }
    List<T> without = without(added, bits);
    Optional<T> has =
        without.size() > without(removed, bits).size()
            ? Optional.of(without.get(0))
            : weakest(added, bits);
    Change<T> both = new Change<>(had, has);
    return has.isPresent() && RegimeDiff.hasFallen(both.flatMap(bits))
        ? Optional.of(both)
        : Optional.empty();
  }

  private static <T> List<T> without(List<T> list, Function<T, Optional<Long>> bits) {
    return list.stream().filter(element -> bits.apply(element).isEmpty()).toList();
  }

  private static <T> Optional<T> weakest(List<T> list, Function<T, Optional<Long>> bits) {
    return list.stream()
        .filter(element -> bits.apply(element).isPresent())
        .min(Comparator.comparing(element -> bits.apply(element).orElseThrow()));
  }
}
