package org.soundcalc.model.keys;

import java.math.BigDecimal;

/** Decimals of a size that can be calculated with. */
final class Decimals {
  /** No parameter needs more digits or a larger exponent; 1e-999999999 would not end. */
  private static final int MAX_DIGITS = 1000;

  private Decimals() {}

  static boolean isReasonable(BigDecimal value) {
    return value.precision() <= MAX_DIGITS && Math.abs((long) value.scale()) <= MAX_DIGITS;
  }
}
