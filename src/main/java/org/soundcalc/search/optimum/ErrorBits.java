package org.soundcalc.search.optimum;

import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;

/** The certified bits of errors that proof-of-work may still lower. */
final class ErrorBits {
  /** No error within the limits of files is above 2^512. */
  private static final int SHIFT = 512;

  private ErrorBits() {}

  /**
   * {@return the largest integer b, of either sign, with ε ≤ 2^-b}
   *
   * @param error ε, without proof-of-work
   */
  static long of(Formula error) {
    long bits = Certified.bits(error);
    return bits > 0 ? bits : Certified.bits(Formula.of(ErrorBits::shifted, error)) - SHIFT;
  }

  private static <T extends Real<T>> T shifted(Numbers<T> x, Formula error) {
    return error.evaluate(x).timesPowerOfTwo(-SHIFT);
  }
}
