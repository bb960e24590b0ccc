package org.soundcalc.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.soundcalc.model.Regime;

/**
 * A zkVM's figure with what it rests on.
 *
 * @param security the figure
 * @param figures of each circuit, under the regime that the figure takes it from
 */
public record SecurityBasis(Security security, List<RegimeResult.Figures> figures) {
  /**
   * The best, over the admitted regimes that cover every circuit, of the minimum over circuits;
   * without such a regime the minimum over circuits of each one's best. Nothing where a circuit has
   * no admitted figure: what is known of the others would overstate the whole.
   */
  static Optional<SecurityBasis> of(List<CircuitEstimate> circuits, Predicate<Regime> admitted) {
    if (circuits.stream().anyMatch(circuit -> circuit.best(admitted).isEmpty())) {
      return Optional.empty();
    }
    List<Regime> ranked =
        circuits.get(0).regimes().stream().filter(admitted).sorted(Regimes::byRank).toList();
    Optional<SecurityBasis> best = Optional.empty();
    for (Regime regime : ranked) {
      if (circuits.stream().allMatch(circuit -> circuit.under(regime).isPresent())) {
        SecurityBasis candidate =
            weakest(circuits, regime.name(), c -> c.under(regime).orElseThrow());
        if (best.isEmpty() || candidate.security().bits() > best.get().security().bits()) {
          best = Optional.of(candidate);
        }
      }
    }
    return best.isPresent()
        ? best
        : Optional.of(weakest(circuits, Security.MIXED, c -> c.best(admitted).orElseThrow()));
  }

  /**
   * {@return whether a circuit's figures may come from this regime without changing what the figure
   * is}
   *
   * @param regime that the circuit's figures would come from
   */
  public boolean admits(Regime regime) {
    return security.regime().equals(Security.MIXED) || security.regime().equals(regime.name());
  }

  /** {@return whether no theorem bounds a list that some circuit's figures count on} */
  public boolean lacksListBound() {
    return figures.stream().anyMatch(RegimeResult.Figures::lacksListBound);
  }

  /** {@return what a reader must know of the status of some circuit's figures} */
  public Optional<String> remark() {
    return figures.stream().flatMap(f -> f.regime().info().remark().stream()).findFirst();
  }

  private static SecurityBasis weakest(
      List<CircuitEstimate> circuits,
      String regime,
      Function<CircuitEstimate, RegimeResult.Figures> choice) {
    List<RegimeResult.Figures> figures = new ArrayList<>(circuits.size());
    for (CircuitEstimate circuit : circuits) {
      figures.add(choice.apply(circuit));
    }
    int weakest = 0;
    for (int i = 1; i < figures.size(); i++) {
      weakest = figures.get(i).bits() < figures.get(weakest).bits() ? i : weakest;
    }
    String name = circuits.get(weakest).name();
    return new SecurityBasis(
        new Security(Math.toIntExact(figures.get(weakest).bits()), regime, name),
        List.copyOf(figures));
  }
}
