package org.soundcalc.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;

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

  /**
   * The best figures under regimes of a kind; on a tie those of the regime that ranks first.
   *
   * @param admitted which regimes count
   */
  public Optional<RegimeResult.Figures> best(Predicate<Regime> admitted) {
    return figures()
        .filter(f -> admitted.test(f.regime()))
        .max(
            Comparator.comparingLong(RegimeResult.Figures::bits)
                .thenComparing(f -> f.regime().rank(), Comparator.reverseOrder()));
  }

  /** The best proven figures. */
  public Optional<RegimeResult.Figures> best() {
    return best(Regime::isProven);
  }

  /** How much of the figures is proof-of-work: estimated when asked for. */
  public Grinding grinding() {
    return Grinding.of(circuit, results.stream().map(RegimeResult::regime).toList());
  }

  /** The figures under {@code regime}, where it covers the circuit. */
  public Optional<RegimeResult.Figures> under(Regime regime) {
    return figures().filter(f -> f.regime().equals(regime)).findFirst();
  }
}
