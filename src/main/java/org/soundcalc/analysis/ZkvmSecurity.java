package org.soundcalc.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.soundcalc.model.Regime;

/** A zkVM's figure from those of its circuits. */
final class ZkvmSecurity {
  private ZkvmSecurity() {}

  /**
   * The best, over the proven regimes that cover every circuit, of the minimum over circuits;
   * without such a regime the minimum over circuits of each one's best. Nothing where a circuit has
   * no proven figure: what is known of the others would overstate the whole.
   */
  static Optional<Security> of(List<CircuitEstimate> circuits) {
    if (circuits.stream().anyMatch(c -> c.best().isEmpty())) {
      return Optional.empty();
    }
    return circuits
        .get(0)
        .proven()
        .map(RegimeResult::regime)
        .filter(regime -> circuits.stream().allMatch(c -> c.under(regime).isPresent()))
        .map(regime -> new Candidate(regime.rank(), weakest(circuits, regime)))
        .max(
            Comparator.<Candidate>comparingLong(c -> c.security().bits())
                .thenComparing(Candidate::rank, Comparator.reverseOrder()))
        .map(Candidate::security)
        .or(() -> Optional.of(weakest(circuits, Security.MIXED, c -> c.best().orElseThrow())));
  }

  private record Candidate(int rank, Security security) {}

  private static Security weakest(List<CircuitEstimate> circuits, Regime regime) {
    return weakest(circuits, regime.name(), c -> c.under(regime).orElseThrow());
  }

  private static Security weakest(
      List<CircuitEstimate> circuits,
      String regime,
      Function<CircuitEstimate, RegimeResult.Figures> figures) {
    CircuitEstimate weakest =
        circuits.stream().min(Comparator.comparingLong(c -> figures.apply(c).bits())).orElseThrow();
    return new Security(figures.apply(weakest).bits(), regime, weakest.circuit().id().name());
  }
}
