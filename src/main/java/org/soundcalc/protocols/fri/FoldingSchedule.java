package org.soundcalc.protocols.fri;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.math.Rational;

/**
 * How FRI folds a code, round by round.
 *
 * @param factors k_1, ..., k_r, powers of two of at least 2
 * @param dimensions N/(k_1⋯k_i) after round i: exact, even below 1
 */
public record FoldingSchedule(List<Long> factors, List<Rational> dimensions) {
  /** The schedule that folds a code of dimension {@code length} by these factors. */
  public static FoldingSchedule of(long length, List<Long> factors) {
    List<Rational> dimensions = new ArrayList<>();
    int log = Long.numberOfTrailingZeros(length);
    for (long factor : factors) {
      log -= Long.numberOfTrailingZeros(factor);
      dimensions.add(Rational.powerOfTwo(log));
    }
    return new FoldingSchedule(List.copyOf(factors), List.copyOf(dimensions));
  }

  /** The domain of 2^{@code logDomain} points after all folds, 0 where it is folded away. */
  public long foldedDomain(int logDomain) {
    int log = logDomain;
    for (long factor : factors) {
      log -= Long.numberOfTrailingZeros(factor);
    }
    return log < 0 ? 0 : 1L << log;
  }
}
