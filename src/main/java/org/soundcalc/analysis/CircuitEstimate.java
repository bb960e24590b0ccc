package org.soundcalc.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Status;

/**
 * A circuit under each regime asked for.
 *
 * @param circuit the circuit
 * @param results one for each regime, in the order of their ranks
 */
public record CircuitEstimate(Circuit circuit, List<RegimeResult> results) {
  /** The figures, dashes left out. */
  public Stream<RegimeResult.Figures> figures() {
    return results.stream()
        .filter(RegimeResult.Figures.class::isInstance)
        .map(RegimeResult.Figures.class::cast);
  }

  /** The figures under regimes whose every statement is a theorem. */
  public Stream<RegimeResult.Figures> proven() {
    return figures().filter(f -> f.regime().status() == Status.PROVEN);
  }

  /** The best proven figures; on a tie those of the regime that ranks first. */
  public Optional<RegimeResult.Figures> best() {
    return proven()
        .max(
            Comparator.comparingLong(RegimeResult.Figures::bits)
                .thenComparing(f -> f.regime().rank(), Comparator.reverseOrder()));
  }

  /** The figures under {@code regime}, where it covers the circuit. */
  public Optional<RegimeResult.Figures> under(Regime regime) {
    return figures().filter(f -> f.regime().equals(regime)).findFirst();
  }
}
