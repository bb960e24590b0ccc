package org.soundcalc.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.soundcalc.model.Regime;

/** A zkVM's figure from those of its circuits. */
final class ZkvmSecurity {
  private ZkvmSecurity() {}

  /**
   * The best, over the admitted regimes that cover every circuit, of the minimum over circuits;
   * without such a regime the minimum over circuits of each one's best. Nothing where a circuit has
   * no admitted figure: what is known of the others would overstate the whole.
   */
  static Optional<SecurityBasis> of(List<CircuitEstimate> circuits, Predicate<Regime> admitted) {
    if (circuits.stream().anyMatch(c -> c.best(admitted).isEmpty())) {
      return Optional.empty();
    }
    return circuits
        .get(0)
        .figures()
        .map(RegimeResult::regime)
        .filter(admitted)
        .filter(regime -> circuits.stream().allMatch(c -> c.under(regime).isPresent()))
        .map(regime -> new Candidate(regime.rank(), weakest(circuits, regime)))
        .max(
            Comparator.<Candidate>comparingLong(c -> c.standing().security().bits())
                .thenComparing(Candidate::rank, Comparator.reverseOrder()))
        .map(Candidate::standing)
        .or(
            () ->
                Optional.of(
                    weakest(circuits, Security.MIXED, c -> c.best(admitted).orElseThrow())));
  }

  private record Candidate(int rank, SecurityBasis standing) {}

  private static SecurityBasis weakest(List<CircuitEstimate> circuits, Regime regime) {
    return weakest(circuits, regime.name(), c -> c.under(regime).orElseThrow());
  }

  private static SecurityBasis weakest(
      List<CircuitEstimate> circuits,
      String regime,
      Function<CircuitEstimate, RegimeResult.Figures> choice) {
    List<RegimeResult.Figures> figures = circuits.stream().map(choice).toList();
    int weakest = 0;
    for (int i = 1; i < figures.size(); i++) {
      weakest = figures.get(i).bits() < figures.get(weakest).bits() ? i : weakest;
    }
    String name = circuits.get(weakest).circuit().id().name();
    return new SecurityBasis(new Security(figures.get(weakest).bits(), regime, name), figures);
  }
}
