package org.soundcalc.analysis.recursion;

import java.math.BigInteger;
import java.util.List;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * The error of all proofs of a circuit together: N · max ε, the union bound over them.
 *
 * @param proofs N, ≥ 1
 * @param errors of the rounds that may be the largest, at least one
 */
record ProofsError(BigInteger proofs, List<Formula> errors) implements Formula {
  /** The error of a circuit whose rounds have these figures. */
  static ProofsError of(BigInteger proofs, RegimeResult.Figures figures) {
    long least = figures.binding().hundredthBits();
    List<Formula> largest =
        figures.terms().stream()
            .filter(term -> term.bits() == figures.bits() && term.hundredthBits() == least)
            .map(CertifiedTerm::term)
            .map(term -> term.error())
            .toList();
    return new ProofsError(proofs, largest);
  }

  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T largest = errors.get(0).evaluate(x);
    for (Formula error : errors.subList(1, errors.size())) {
      largest = largest.max(error.evaluate(x));
    }
    return x.of(Rational.of(proofs)).times(largest);
  }

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
}
