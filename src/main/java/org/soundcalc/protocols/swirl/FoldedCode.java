package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;

/**
 * A code on WHIR's way: polynomials of 2^deg coefficients at rate 2^-μ.
 *
 * @param proximity its bounds
 * @param length N = 2^(deg + μ)
 * @param symbol of A, the challenges that are bad for it
 */
record FoldedCode(SwirlCodeBounds proximity, Rational length, String symbol) {
  /**
   * The code of these parameters.
   *
   * @param logDegree deg ≥ 0
   * @param logInverseRate μ ≥ 1
   * @param proximity of the codes of rate 2^-μ
   */
  static FoldedCode of(int logDegree, int logInverseRate, SwirlCodeBounds proximity) {
    return new FoldedCode(
        proximity,
        Rational.powerOfTwo(logDegree + logInverseRate),
        "A(" + logDegree + "," + logInverseRate + ")");
  }

  /** A. */
  <T extends Real<T>> T badChallenges(Numbers<T> x) {
    return x.let(symbol, proximity.badChallenges(x, length));
  }
}
