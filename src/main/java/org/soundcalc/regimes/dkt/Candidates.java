package org.soundcalc.regimes.dkt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The profiles among which the least bound is, found in doubles and decided in integers. Of each
 * profile a search gives two doubles between which its exact value lies; only those whose lower one
 * is not above the upper one of another are evaluated exactly.
 *
 * <p>Why 10^-6 is enough room: every formula that is evaluated in doubles is a sum of products of
 * positive factors, at most some 100 roundings of 2^-53 each, or 10^-14; the only differences are
 * S1 and S2, whose quotient {@link Moments} lets through only where rounding moved it by less than
 * 2^-21, or 4.8·10^-7. Values stay below 2^400, in range of a double.
 *
 * @param <P> a profile
 */
final class Candidates<P> {
  /** What a double is multiplied by to be below what it stands for. */
  static final double LOWER = 1 - 1e-6;

  /** What a double is multiplied by to be above what it stands for. */
  static final double UPPER = 1 + 1e-6;

  private final List<P> kept = new ArrayList<>();
  private final List<Double> lowest = new ArrayList<>();
  private double limit = Double.POSITIVE_INFINITY;

  /** The least bound of all, and the first profile in the order of the search that has it. */
  record Least<P>(BigInteger value, P profile) {}

  /**
   * Notes that some bound is known.
   *
   * @param value the bound or a double that is not below it by more than a part in 10^6
   */
  void know(double value) {
    // bounds are rounded down to integers: less than 1 above is a tie
    limit = Math.min(limit, value * UPPER + 1);
  }

  /** {@return what a bound is above that is not the least} */
  double limit() {
    return limit;
  }

  /**
   * {@return whether a profile may have the least bound}
   *
   * @param low not above its exact value
   */
  boolean admits(double low) {
    return low < limit;
  }

  /**
   * Keeps a profile.
   *
   * @param profile that is admitted
   * @param low not above its exact value
   */
  void keep(P profile, double low) {
    kept.add(profile);
    lowest.add(low);
  }

  /**
   * {@return the least of the exact values; nothing where no profile is valid}
   *
   * @param exactly the exact value of a profile; nothing where it proves nothing
   */
  Optional<Least<P>> least(Function<P, Optional<BigInteger>> exactly) {
    Optional<Least<P>> least = Optional.empty();
    for (int i = 0; i < kept.size(); i++) {
      if (admits(lowest.get(i))) {
        P profile = kept.get(i);
        Optional<BigInteger> value = exactly.apply(profile);
        if (value.isPresent()
            && (least.isEmpty() || value.get().compareTo(least.get().value()) < 0)) {
          least = Optional.of(new Least<>(value.get(), profile));
        }
      }
    }
    return least;
  }
}
