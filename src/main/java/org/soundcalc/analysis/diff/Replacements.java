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
    List<CircuitEstimate> removed = estimates(circuits, Change.Kind.REMOVED, Change::before);
    List<CircuitEstimate> added = estimates(circuits, Change.Kind.ADDED, Change::after);
    List<Regression> regressions = new ArrayList<>();
    if (removed.isEmpty() || added.isEmpty()) {
      return regressions;
    }
    for (int i = 0; i < removed.get(0).results().size(); i++) {
      int regime = i;
      if (removed.get(0).results().get(regime).regime().isProven()) {
        loss(removed, added, circuit -> bits(circuit.results().get(regime)))
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
    return loss(
        ofKind(zkvms, Change.Kind.REMOVED),
        ofKind(zkvms, Change.Kind.ADDED),
        zkvm -> zkvm.securityBits().latest());
  }

  /**
   * {@return the same of those that have a tree of proofs, by the figure of the whole tree}
   *
   * @param zkvms all of the diff: removed, added and changed
   */
  public static Optional<Change<ZkvmDiff>> ofTrees(List<ZkvmDiff> zkvms) {
    List<ZkvmDiff> trees = zkvms.stream().filter(z -> z.trees().latest().isPresent()).toList();
    return loss(
        ofKind(trees, Change.Kind.REMOVED),
        ofKind(trees, Change.Kind.ADDED),
        zkvm -> zkvm.treeFigure().latest().map(TreeEstimate.Figure::bits));
  }

  private static List<ZkvmDiff> ofKind(List<ZkvmDiff> zkvms, Change.Kind kind) {
    return zkvms.stream().filter(zkvm -> zkvm.kind() == kind).toList();
  }

  private static List<CircuitEstimate> estimates(
      List<CircuitDiff> circuits,
      Change.Kind kind,
      Function<Change<CircuitEstimate>, Optional<CircuitEstimate>> side) {
    return circuits.stream()
        .filter(circuit -> circuit.kind() == kind)
        .flatMap(circuit -> side.apply(circuit.sides()).stream())
        .toList();
  }

  private static Optional<Long> bits(RegimeResult result) {
    return result instanceof RegimeResult.Figures figures
        ? Optional.of(figures.bits())
        : Optional.empty();
  }

  private static Regression regression(Change<CircuitEstimate> weakest, int regime) {
    Change<String> names = weakest.map(circuit -> circuit.name());
    RegimeDiff diff = RegimeDiff.of(weakest.map(circuit -> circuit.results().get(regime)));
    return new Regression.OfCircuit(names.after().orElseThrow(), names.before(), diff);
  }

  /**
   * The weakest of either, where that is a loss: more have no bits than before, or the least bits
   * are fewer.
   */
  private static <T> Optional<Change<T>> loss(
      List<T> removed, List<T> added, Function<T, Optional<Long>> bits) {
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
