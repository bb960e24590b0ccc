package org.soundcalc.math;

/**
 * A formula that is complete once something is given, such as the bounds of a code: a method of the
 * protocol that it is about.
 *
 * @param <P> what is given
 */
@FunctionalInterface
public interface FormulaOf<P> {
  /**
   * Evaluates the formula.
   *
   * @param <T> the representation of reals
   * @param x the source of constants, and thereby the representation to calculate in
   * @param given what completes it
   * @return the value, or an enclosure of it
   */
  <T extends Real<T>> T evaluate(Numbers<T> x, P given);

  /**
   * A formula with what it was given.
   *
   * @param <P> what is given
   * @param formula that is complete with it
   * @param given what completes the formula
   */
  record Given<P>(FormulaOf<P> formula, P given) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return formula.evaluate(x, given);
    }
  }
}
