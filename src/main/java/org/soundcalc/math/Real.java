package org.soundcalc.math;

/**
 * A nonnegative real number as a formula sees it: something to calculate with, never to look into.
 *
 * <p>Every implementation is sound: where it encloses the exact value rather than holding it, the
 * result of each operation encloses the exact result. All values, intermediate ones included, are
 * nonnegative; a formula that could fall below zero is one to rewrite, or to {@linkplain
 * Certified#compare compare} first.
 *
 * @param <T> the implementing type
 */
public interface Real<T extends Real<T>> {
  /** The sum of this and {@code y}. */
  T plus(T y);

  /**
   * The difference of this and {@code y}, whose exact value must not be negative.
   *
   * @throws ArithmeticException if it is certainly negative
   */
  T minus(T y);

  /** The product of this and {@code y}. */
  T times(T y);

  /** The quotient of this and {@code y}, whose exact value must not be zero. */
  T over(T y);

  /**
   * This to the power {@code n}.
   *
   * @param n the exponent, ≥ 0; the power 0 is 1
   */
  T pow(long n);

  /**
   * This times 2^{@code exponent}.
   *
   * @param exponent any integer, of either sign
   */
  T timesPowerOfTwo(int exponent);

  /** The nonnegative square root. */
  T sqrt();

  /** The logarithm to base 2 of this, whose exact value must be at least 1. */
  T log2();

  /** The least integer that is not below this. */
  T ceil();

  /** The larger of this and {@code y}. */
  T max(T y);

  /** The smaller of this and {@code y}. */
  T min(T y);
}
