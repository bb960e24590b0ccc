package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * 3·ℓ(μ)/F·g: for some codeword of the list, two round polynomials of degree 3 agree by chance.
 *
 * @param proximity of the round's codes
 * @param field of the challenge
 * @param grinding before the challenge
 */
record SumcheckError(SwirlCodeBounds proximity, Field field, BiasedGrinding grinding)
    implements Formula {
  private static final int DEGREE = 3;

  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T lists = x.of(DEGREE).times(proximity.listSize(x));
    return grinding.ground(x, lists.over(x.named("F", field.size())));
  }
}
