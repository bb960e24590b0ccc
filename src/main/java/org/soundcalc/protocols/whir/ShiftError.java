package org.soundcalc.protocols.whir;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.protocols.code.QueryError;

/**
 * (1 − δ)^t + ℓ·(t + w)/F: no query hits a point where the word before disagrees, or the random
 * combination of the t + w new constraints holds by chance for some codeword of the new list.
 *
 * @param queried bounds of the iteration before, whose word is queried
 * @param bounds of this iteration's codes
 * @param dimension 2^m of this iteration's code
 * @param queries t, ≥ 1
 * @param samples w, ≥ 0
 */
record ShiftError(
    CodeBounds queried,
    CodeBounds bounds,
    Field field,
    Rational dimension,
    long queries,
    long samples)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return new QueryError(queried, queries).evaluate(x).plus(combination(x));
  }

  private <T extends Real<T>> T combination(Numbers<T> x) {
    T constraints = x.named("t", queries).plus(x.named("w", samples));
    return x.let("ℓ", bounds.listSize(x, dimension))
        .times(constraints)
        .over(x.named("F", field.size()));
  }
}
