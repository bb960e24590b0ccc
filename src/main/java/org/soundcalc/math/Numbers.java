package org.soundcalc.math;

/**
 * Where a formula takes its numbers from: constants in one representation of the reals, and the
 * names under which a reader knows them.
 *
 * @param <T> the representation
 */
public interface Numbers<T extends Real<T>> {
  /** The integer {@code value}, ≥ 0. */
  T of(long value);

  /** The rational {@code value}, ≥ 0. */
  T of(Rational value);

  /** Euler's number e. */
  T e();

  /**
   * An input of the formula, under the symbol that the papers give it.
   *
   * @param symbol such as {@code ρ}; for a reader, without influence on the value
   */
  default T named(String symbol, Rational value) {
    return of(value);
  }

  /** An integer input of the formula, ≥ 0, under its symbol. */
  default T named(String symbol, long value) {
    return of(value);
  }

  /**
   * An intermediate result that deserves a symbol of its own.
   *
   * @return {@code value} itself, or what stands for it
   */
  default T let(String symbol, T value) {
    return value;
  }

  /**
   * A power whose exponent is an input of the formula.
   *
   * @param symbol the exponent's symbol
   * @param exponent ≥ 0
   */
  default T power(T base, String symbol, long exponent) {
    return base.pow(exponent);
  }

  /** The value of a formula that others share. */
  default T of(Shared value) {
    return value.formula().evaluate(this);
  }

  /** The value at {@code k} of a function whose slope and offset others share. */
  default T at(SharedLine line, T k) {
    return line.line().at(this, k);
  }

  /** One. */
  default T one() {
    return of(1);
  }
}
