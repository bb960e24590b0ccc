package org.soundcalc.protocols.fri;

import java.util.List;
import org.soundcalc.model.Field;
import org.soundcalc.model.Invariants;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.CommonKeys;

/**
 * The domain of FRI, and where folding leads from it: all of its parameters that must fit each
 * other. What is changed beside them leaves this as it is, and nothing of it to check again.
 *
 * @param field where challenges are drawn
 * @param rate ρ
 * @param length N, the committed code's dimension, a power of two
 * @param factors k_1, ..., k_r, powers of two of at least 2
 * @param end the size of the domain on which folding ends
 */
public record Folding(Field field, Rate rate, long length, List<Long> factors, long end) {
  /**
   * Checks each parameter, and that folding leads from the domain to where it ends.
   *
   * @param field where challenges are drawn
   * @param rate ρ
   * @param length N, the committed code's dimension, a power of two
   * @param factors k_1, ..., k_r, powers of two of at least 2
   * @param end the size of the domain on which folding ends
   * @throws org.soundcalc.model.InvalidConfiguration if one is out of range, or folding ends
   *     elsewhere
   */
  public Folding {
    factors = List.copyOf(factors);
    Invariants invariants =
        new Invariants()
            .check(Fri.LENGTH, length)
            .check(Fri.FOLDING_FACTORS, factors)
            .check(Fri.EARLY_STOP, end);
    if (invariants.hold(Fri.LENGTH)) {
      int logDomain = Long.numberOfTrailingZeros(length) + rate.log2Inverse();
      checkDomain(invariants, field, logDomain);
      if (invariants.hold(Fri.LENGTH, Fri.FOLDING_FACTORS, Fri.EARLY_STOP)) {
        checkEnd(invariants, logDomain, end(logDomain, factors), end);
      }
    }
    invariants.enforce();
  }

  private static void checkDomain(Invariants invariants, Field field, int logDomain) {
    invariants.require(
        logDomain <= field.twoAdicity(),
        () ->
            "over rho is a domain of 2^%d points, beyond the 2-adicity %d of %s"
                .formatted(logDomain, field.twoAdicity(), field.tomlName()),
        Fri.LENGTH,
        Fri.RHO,
        CommonKeys.FIELD);
  }

  private static void checkEnd(Invariants invariants, int logDomain, long end, long stated) {
    invariants.require(
        end == stated,
        () ->
            "fold the domain of %d points to %d, but fri_early_stop_degree is %d"
                .formatted(1L << logDomain, end, stated),
        Fri.FOLDING_FACTORS,
        Fri.EARLY_STOP,
        Fri.LENGTH,
        Fri.RHO);
  }

  /**
   * {@return the size of a domain after all folds, 0 where it is folded away}
   *
   * @param logDomain log2 of its size before them
   * @param factors powers of two
   */
  static long end(int logDomain, List<Long> factors) {
    int log = logDomain;
    for (long factor : factors) {
      log -= Long.numberOfTrailingZeros(factor);
    }
    return log < 0 ? 0 : 1L << log;
  }
}
