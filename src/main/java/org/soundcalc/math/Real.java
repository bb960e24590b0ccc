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
  /**
   * The sum of this and another.
   *
   * @param y the other
   * @return this + {@code y}
   */
  T plus(T y);

  /**
   * The difference of this and another, whose exact value must not be negative.
   *
   * @param y the other
   * @return this − {@code y}
   * @throws ArithmeticException if it is certainly negative
   */
  T minus(T y);

  /**
   * The product of this and another.
   *
   * @param y the other
   * @return this · {@code y}
   */
  T times(T y);

  /**
   * The quotient of this and another.
   *
   * @param y the other, whose exact value must not be zero
   * @return this / {@code y}
   */
  T over(T y);

  /**
   * This to the power {@code n}.
   *
   * @param n the exponent, ≥ 0; the power 0 is 1
   * @return this^{@code n}
   * @throws IllegalArgumentException if n is negative
   */
  T pow(long n);

  /**
   * This times 2^{@code exponent}.
   *
   * @param exponent any integer, of either sign
   * @return the product
   */
  T timesPowerOfTwo(int exponent);

  /** {@return the nonnegative square root of this} */
  T sqrt();

  /** {@return the logarithm to base 2 of this, whose exact value must be at least 1} */
  T log2();

  /** {@return the least integer that is not below this} */
  T ceil();

  /**
   * The larger of this and another.
   *
   * @param y the other
   * @return max(this, {@code y})
   */
  T max(T y);

  /**
   * The smaller of this and another.
   *
   * @param y the other
   * @return min(this, {@code y})
   */
  T min(T y);
}
