package org.soundcalc.analysis.recursion;

import java.util.List;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;

/**
 * The error of a whole tree, Σ N·ε: whoever breaks one proof breaks the whole.
 *
 * @param circuits the errors of each circuit's proofs together, at least one
 */
record TreeError(List<ProofsError> circuits) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T sum = circuits.get(0).evaluate(x);
    for (ProofsError circuit : circuits.subList(1, circuits.size())) {
      sum = sum.plus(circuit.evaluate(x));
    }
    return sum;
  }
}
