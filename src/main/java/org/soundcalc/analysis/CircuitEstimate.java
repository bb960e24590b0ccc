package org.soundcalc.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
  /** {@return the circuit's name, unique within its zkVM} */
  public String name() {
    return circuit.id().name();
  }

  /** {@return the regimes asked for, in the order of their ranks} */
  public List<Regime> regimes() {
    return results.stream().map(RegimeResult::regime).toList();
  }

  /** {@return the figures, dashes left out; in the order of {@link #results}} */
  public Stream<RegimeResult.Figures> figures() {
    return results.stream().flatMap(result -> result.figures().stream());
  }

  /**
   * {@return the best figures under regimes of a kind; on a tie those of the regime that ranks
   * first; nothing where none of these covers the circuit}
   *
   * @param admitted which regimes count
   */
  public Optional<RegimeResult.Figures> best(Predicate<Regime> admitted) {
    return figures()
        .filter(figures -> admitted.test(figures.regime()))
        .reduce((best, next) -> isBetter(next, best) ? next : best);
  }

  private static boolean isBetter(RegimeResult.Figures figures, RegimeResult.Figures than) {
    return figures.bits() > than.bits()
        || (figures.bits() == than.bits() && figures.regime().rank() < than.regime().rank());
  }

  /** {@return the best figures under proven regimes; nothing where none covers the circuit} */
  public Optional<RegimeResult.Figures> best() {
    return best(Regime::isProven);
  }

  /**
   * {@return the security of the proof that is sent, under the best proven regime asked for;
   * nothing where none covers the circuit}
   */
  public Optional<NonInteractive> nonInteractive() {
    return best().map(figures -> NonInteractive.of(figures, circuit.id().hashBits()));
  }

  /**
   * {@return bits that the proof that is sent has in any case, which are soon found; nothing where
   * no proven regime asked for covers the circuit}
   */
  OptionalLong nonInteractiveAtLeast() {
    Optional<RegimeResult.Figures> best = best();
    return best.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(NonInteractive.atLeast(best.get(), circuit.id().hashBits()));
  }

  /**
   * {@return the least bits of a hash with which the proof that is sent has so many bits, under the
   * best proven regime asked for; nothing where its rounds do not admit them with any hash}
   *
   * @param bits of non-interactive security, ≥ 1
   */
  public OptionalInt hashBitsFor(int bits) {
    return best()
        .map(figures -> NonInteractive.hashBitsFor(figures, bits))
        .orElse(OptionalInt.empty());
  }

  /** {@return how much of the figures is proof-of-work: estimated when asked for} */
  public Grinding grinding() {
    return Grinding.of(circuit, regimes());
  }

  /** {@return whether any regime asked for covers it} */
  public boolean isCovered() {
    return figures().findAny().isPresent();
  }

  /**
   * {@return the figures under {@code regime}, where it was asked for and covers the circuit}
   *
   * @param regime whose figures to find
   */
  public Optional<RegimeResult.Figures> under(Regime regime) {
    return figures().filter(figures -> figures.regime().equals(regime)).findFirst();
  }
}
