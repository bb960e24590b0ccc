package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * max((d + 1)·σ, d + 1)·L/F: for some codeword of the initial list, round polynomials of the
 * zerocheck agree by chance, those of the univariate round or those of a multilinear one.
 *
 * @param degree d, the constraints' degree, ≥ 1
 * @param skipDegree σ = 2^l_skip − 1
 * @param initial the bounds of the stacked columns' code
 * @param field of the challenges
 */
record ZerocheckError(long degree, Rational skipDegree, SwirlCodeBounds initial, Field field)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T multilinear = x.named("d", degree).plus(x.one());
    T univariate = multilinear.times(x.named("σ", skipDegree));
    return univariate.max(multilinear).times(initial.listSize(x)).over(x.named("F", field.size()));
  }
}
