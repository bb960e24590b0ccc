package org.soundcalc.math;

/**
 * A formula, written once for every representation of the reals: the figure that is certified and
 * the text that explains it come from the same object.
 */
@FunctionalInterface
public interface Formula {
  /**
   * Evaluates the formula.
   *
   * @param <T> the representation of reals
   * @param x the source of constants, and thereby the representation to calculate in
   * @return the value, or an enclosure of it
   */
  <T extends Real<T>> T evaluate(Numbers<T> x);

  /**
   * A number of its own.
   *
   * @param value ≥ 0
   * @return the formula of that value
   */
  static Formula constant(Rational value) {
    return of(Numbers::of, value);
  }

  /**
   * A formula with what completes it.
   *
   * @param <P> what is given
   * @param formula that is to be completed
   * @param given what completes it
   * @return the complete formula
   */
  static <P> Formula of(FormulaOf<P> formula, P given) {
    return new FormulaOf.Given<>(formula, given);
  }
}
