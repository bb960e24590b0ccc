package org.soundcalc.model.keys;

import java.math.BigDecimal;

/** Decimals of a size that can be calculated with. */
final class Decimals {
  /**
   * No parameter needs more digits or a larger exponent: within them, the first 160 digits of a
   * figure decide all but true equality.
   */
  private static final int MAX_DIGITS = Limits.DECIMAL_DIGITS;

  private Decimals() {}

  static boolean isReasonable(BigDecimal value) {
    return value.precision() <= MAX_DIGITS && Math.abs((long) value.scale()) <= MAX_DIGITS;
  }
}
