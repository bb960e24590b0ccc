package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * prox(deg, μ, b)·g = (b − 1)·A/F·g: powers of a challenge combine far words into a near one, for
 * the code of the polynomials of 2^deg coefficients at rate 2^-μ.
 *
 * @param bounds of the codes of rate 2^-μ
 * @param logDegree deg ≥ 0
 * @param logInverseRate μ ≥ 1
 * @param functions b, ≥ 2
 * @param field of the challenge
 * @param grinding before the challenge
 */
record ProximityGap(
    SwirlCodeBounds bounds,
    int logDegree,
    int logInverseRate,
    long functions,
    Field field,
    BiasedGrinding grinding)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    Rational length = Rational.powerOfTwo(logDegree + logInverseRate);
    String symbol = "A(" + logDegree + "," + logInverseRate + ")";
    T line = x.let(symbol, bounds.badChallenges(x, length));
    T curve = functions == 2 ? line : x.named("w", functions).minus(x.one()).times(line);
    return grinding.ground(x, curve.over(x.named("F", field.size())));
  }
}
