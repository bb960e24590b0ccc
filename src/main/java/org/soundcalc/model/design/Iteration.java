package org.soundcalc.model.design;

/**
 * An iteration of a commitment that goes from code to code.
 *
 * @param index i, from 0
 * @param logDegree m_i, log2 of its code's dimension
 * @param logInverseRate μ_i, log2 of its code's inverse rate
 * @param logFactor κ_i, log2 of how many it folds to one
 */
public record Iteration(int index, int logDegree, int logInverseRate, int logFactor) {
  /**
   * Checks that there is something to fold.
   *
   * @param index from 0
   * @param logDegree of its code, at least {@code logFactor}
   * @param logInverseRate of its code, ≥ 1
   * @param logFactor ≥ 1
   * @throws IllegalArgumentException if one is out of range
   */
  public Iteration {
    if (index < 0 || logInverseRate < 1 || logFactor < 1 || logFactor > logDegree) {
      throw new IllegalArgumentException(
          "no iteration %d from 2^%d at rate 2^-%d by 2^%d"
              .formatted(index, logDegree, logInverseRate, logFactor));
    }
  }

  /** {@return m_(i+1), log2 of how many coefficients are left after it} */
  public int logDegreeAfter() {
    return logDegree - logFactor;
  }
}
