package org.soundcalc.math;

/**
 * Where a formula takes its numbers from: constants in one representation of the reals, and the
 * names under which a reader knows them.
 *
 * @param <T> the representation
 */
public interface Numbers<T extends Real<T>> {
  /**
   * An integer.
   *
   * @param value ≥ 0
   * @return the number
   */
  default T of(long value) {
    return of(Rational.of(value));
  }

  /**
   * A rational.
   *
   * @param value ≥ 0
   * @return the number
   */
  T of(Rational value);

  /** {@return Euler's number e} */
  T e();

  /**
   * An input of the formula, under the symbol that the papers give it.
   *
   * @param symbol such as {@code ρ}; for a reader, without influence on the value
   * @param value ≥ 0
   * @return the number
   */
  default T named(String symbol, Rational value) {
    return of(value);
  }

  /**
   * An integer input of the formula, under its symbol.
   *
   * @param symbol such as {@code t}
   * @param value ≥ 0
   * @return the number
   */
  default T named(String symbol, long value) {
    return of(value);
  }

  /**
   * An intermediate result that deserves a symbol of its own.
   *
   * @param symbol such as {@code δ}
   * @param value the result
   * @return {@code value} itself, or what stands for it
   */
  default T let(String symbol, T value) {
    return value;
  }

  /**
   * An intermediate result that is calculated elsewhere, such as a sum too long to write down.
   *
   * @param symbol such as {@code S}
   * @param formula how it follows, for a reader
   * @param value the result, ≥ 0
   * @return the number
   */
  default T defined(String symbol, String formula, Rational value) {
    return of(value);
  }

  /**
   * A number that rests on more than a formula.
   *
   * @param symbol such as {@code E}
   * @param basis what it follows from, for a reader
   * @param value the number, ≥ 0
   * @return the number
   */
  default T defined(String symbol, Basis basis, Rational value) {
    return of(value);
  }

  /**
   * An intermediate result whose value is known exactly, where its formula could only enclose it.
   *
   * @param symbol such as {@code m}
   * @param formula how it follows
   * @param value the result, ≥ 0
   * @return the number
   */
  default T decided(String symbol, Formula formula, Rational value) {
    return of(value);
  }

  /**
   * A quotient that is one number to numbers with few digits too, where the divisor is a power of
   * two.
   *
   * @param part what is divided
   * @param whole by which, not 0
   * @return part / whole
   */
  default T share(T part, T whole) {
    return part.over(whole);
  }

  /**
   * A power whose exponent is an input of the formula.
   *
   * @param base of the power
   * @param symbol the exponent's symbol
   * @param exponent ≥ 0
   * @return base^exponent
   */
  default T power(T base, String symbol, long exponent) {
    return base.pow(exponent);
  }

  /**
   * The value of a formula that others share.
   *
   * @param value the formula
   * @return its value, or what was kept of it
   */
  default T of(Shared value) {
    return value.formula().evaluate(this);
  }

  /**
   * The value of a formula that stands elsewhere.
   *
   * @param value the formula
   * @return its value, or a reference to it
   */
  default T of(Quoted value) {
    return value.formula().evaluate(this);
  }

  /**
   * A value of a function whose slope and offset others share.
   *
   * @param line the function
   * @param k its input, ≥ 0
   * @return slope·k + offset
   */
  default T at(SharedLine line, T k) {
    return line.line().at(this, k);
  }

  /** {@return 1} */
  default T one() {
    return of(1);
  }
}
