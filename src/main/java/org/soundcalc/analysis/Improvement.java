package org.soundcalc.analysis;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Regime;

/**
 * A proven figure above the one asked for: the same protocol, analysed with another proximity
 * parameter, under which every list has a bound.
 *
 * @param bits the figure
 * @param regime the regime that gives it
 * @param multiplicities those of the circuit that decides; empty where the regime has none
 */
public record Improvement(long bits, Regime regime, List<Long> multiplicities) {
  /**
   * The best there is.
   *
   * @param estimate the figures asked for
   * @param known every regime there is
   * @return nothing where no other proven regime gives a better figure
   */
  public static Optional<Improvement> of(ZkvmEstimate estimate, List<Regime> known) {
    List<Regime> asked = estimate.regimes();
    return estimate
        .findSecurity()
        .flatMap(
            security ->
                known.stream()
                    .filter(regime -> regime.isProven() && !asked.contains(regime))
                    .flatMap(regime -> above(security.bits(), estimate, regime).stream())
                    .max((one, other) -> Long.compare(one.bits(), other.bits())));
  }

  /** A zkVM's figure rises only where each circuit's does: the weakest are asked first. */
  private static Optional<Improvement> above(long bits, ZkvmEstimate estimate, Regime regime) {
    List<CircuitEstimate> weakestFirst =
        estimate.circuits().stream()
            .sorted((one, other) -> Long.compare(provenBits(one), provenBits(other)))
            .toList();
    Optional<Improvement> lowest = Optional.empty();
    for (CircuitEstimate circuit : weakestFirst) {
      Optional<Improvement> improvement = of(circuit, regime).filter(i -> i.bits() > bits);
      if (improvement.isEmpty()) {
        return improvement;
      }
      if (lowest.isEmpty() || improvement.get().bits() < lowest.get().bits()) {
        lowest = improvement;
      }
    }
    return lowest;
  }

  private static long provenBits(CircuitEstimate circuit) {
    return circuit.best().map(RegimeResult.Figures::bits).orElse(0L);
  }

  /** The circuit's figure under a regime that covers it. */
  private static Optional<Improvement> of(CircuitEstimate circuit, Regime regime) {
    return regime.assess(circuit.circuit()) instanceof Assessment.Terms terms
        ? Optional.of(RegimeResult.Figures.of(regime, terms))
            .filter(figures -> !figures.lacksListBound())
            .map(figures -> new Improvement(figures.bits(), regime, figures.multiplicities()))
        : Optional.empty();
  }
}
