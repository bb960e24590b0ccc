package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;

/**
 * An error with a symbol of its own, by which a maximum can be read.
 *
 * @param symbol such as {@code query(0)}
 * @param error what it stands for
 */
record Named(String symbol, Formula error) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return x.let(symbol, error.evaluate(x));
  }
}
