package org.soundcalc.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Regime;

/**
 * What a set of theorems proves of a zkVM, to hundredths of a bit: under the best regime that
 * covers every circuit, the least over circuits, or without one the least of each one's best.
 *
 * @param set the theorems
 * @param circuit the name of the one that decides, the first of these
 * @param weakest its figures
 * @param unbounded the regime of the first circuit whose figures count on a list that no theorem
 *     bounds; nothing where there is no such circuit
 */
public record SetTotal(
    BoundSet set, String circuit, RegimeResult.Figures weakest, Optional<Regime> unbounded) {
  /**
   * The figure of a zkVM under a set of theorems.
   *
   * @param zkvm estimated under the regimes of the set, at least
   * @param set the theorems
   * @return nothing where some circuit has no proven figure under them
   */
  public static Optional<SetTotal> of(ZkvmEstimate zkvm, BoundSet set) {
    List<Regime> counted =
        zkvm.regimes().stream()
            .filter(regime -> regime.isProven() && set.isUsual(regime.info()))
            .toList();
    Optional<SetTotal> best = Optional.empty();
    for (Regime regime : counted) {
      Optional<SetTotal> total = weakest(zkvm, set, List.of(regime));
      best = total.isPresent() && best.stream().noneMatch(total.get()::isNoBetter) ? total : best;
    }
    return best.isPresent() ? best : weakest(zkvm, set, counted);
  }

  /** {@return bits, in hundredths, rounded down} */
  public long hundredthBits() {
    return weakest.binding().hundredthBits();
  }

  private boolean isNoBetter(SetTotal than) {
    return hundredthBits() <= than.hundredthBits();
  }

  private static Optional<SetTotal> weakest(ZkvmEstimate zkvm, BoundSet set, List<Regime> regimes) {
    List<SetTotal> totals = new ArrayList<>();
    for (CircuitEstimate circuit : zkvm.circuits()) {
      Optional<SetTotal> best = Optional.empty();
      for (Regime regime : regimes) {
        Optional<SetTotal> figure =
            circuit.under(regime).map(figures -> of(set, circuit.name(), figures));
        best =
            figure.isPresent() && best.stream().noneMatch(figure.get()::isNoBetter) ? figure : best;
      }
      if (best.isEmpty()) {
        return best;
      }
      totals.add(best.get());
    }
    Optional<Regime> unbounded =
        totals.stream().flatMap(total -> total.unbounded.stream()).findFirst();
    return totals.stream()
        .min((one, other) -> Long.compare(one.hundredthBits(), other.hundredthBits()))
        .map(least -> new SetTotal(set, least.circuit, least.weakest, unbounded));
  }

  private static SetTotal of(BoundSet set, String circuit, RegimeResult.Figures figures) {
    Optional<Regime> regime = Optional.of(figures.regime());
    return new SetTotal(set, circuit, figures, regime.filter(any -> figures.lacksListBound()));
  }
}
