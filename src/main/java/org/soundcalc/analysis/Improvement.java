package org.soundcalc.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Zkvm;

/**
 * A proven figure above the one asked for: the same protocol, analysed with another proximity
 * parameter.
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
    List<Regime> asked = estimate.last().results().stream().map(RegimeResult::regime).toList();
    return known.stream()
        .filter(regime -> regime.isProven() && !asked.contains(regime))
        .flatMap(regime -> under(estimate.zkvm(), regime).stream())
        .filter(other -> estimate.security().filter(s -> s.bits() < other.bits()).isPresent())
        .max(Comparator.comparingLong(Improvement::bits));
  }

  private static Optional<Improvement> under(Zkvm zkvm, Regime regime) {
    return new Estimator(List.of(regime))
        .appraise(zkvm)
        .estimate()
        .flatMap(estimate -> estimate.standing(Regime::isProven))
        .map(standing -> of(standing, regime));
  }

  private static Improvement of(Standing standing, Regime regime) {
    RegimeResult.Figures weakest =
        standing.figures().stream()
            .min(Comparator.comparingLong(RegimeResult.Figures::bits))
            .orElseThrow();
    return new Improvement(weakest.bits(), regime, weakest.multiplicities());
  }
}
