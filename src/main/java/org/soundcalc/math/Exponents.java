package org.soundcalc.math;

/** What powers are taken to. */
final class Exponents {
  private Exponents() {}

  static void requireNonNegative(long n) {
    if (n < 0) {
      throw new IllegalArgumentException("a power needs an exponent of at least 0, got " + n);
    }
  }
}
