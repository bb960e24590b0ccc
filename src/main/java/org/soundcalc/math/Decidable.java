package org.soundcalc.math;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;

/** A representation of the reals that can answer questions with a discrete answer, or decline. */
interface Decidable<T extends Decidable<T>> extends Real<T> {
  /** The answer to a question about bits that this enclosure is too wide to decide. */
  long UNDECIDED = -1;

  /**
   * The largest integer b ≥ 0 with {@code value}^{@code scale} ≤ 2^-b, and 0 where the value is 1
   * or more; {@link #UNDECIDED} where the enclosure holds values of different b.
   */
  long bits(int scale);

  /** Whether {@code value}^{@code scale} ≤ 2^-{@code bits}, where decided; {@code bits} ≥ 1. */
  Optional<Boolean> leaves(long bits, int scale);

  /** The least integer not below the value, where decided. */
  Optional<BigInteger> ceiling();

  /** The sign of this minus {@code y}, where decided. */
  OptionalInt compare(T y);
}
