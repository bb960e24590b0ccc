package org.soundcalc.math;

import java.util.function.LongPredicate;

/** Where a condition that holds up to some value, and for none above it, ends. */
public final class MonotoneBisection {
  private MonotoneBisection() {}

  /**
   * The last value for which the condition holds, looked for at growing distances from a hint and
   * then by bisection.
   *
   * @param least the smallest value there is
   * @param most the largest, ≥ {@code least}
   * @param hint between them
   * @param holds the condition
   * @return {@code least} − 1 if it holds for none
   */
  public static long last(long least, long most, long hint, LongPredicate holds) {
    return holds.test(hint) ? upwards(hint, most, holds) : downwards(least, hint, holds);
  }

  private static long upwards(long holding, long most, LongPredicate holds) {
    long low = holding;
    for (long step = 1; step <= most - low; step *= 2) {
      if (!holds.test(low + step)) {
        return between(low, low + step, holds);
      }
      low += step;
    }
    return between(low, most + 1, holds);
  }

  private static long downwards(long least, long failing, LongPredicate holds) {
    long high = failing;
    for (long step = 1; step <= high - least; step *= 2) {
      if (holds.test(high - step)) {
        return between(high - step, high, holds);
      }
      high -= step;
    }
    return between(least - 1, high, holds);
  }

  /** By bisection: it holds at {@code low}, or that is none, and fails at {@code high}. */
  private static long between(long low, long high, LongPredicate holds) {
    long holding = low;
    long failing = high;
    while (failing - holding > 1) {
      long middle = holding + (failing - holding) / 2;
      if (holds.test(middle)) {
        holding = middle;
      } else {
        failing = middle;
      }
    }
    return holding;
  }
}
