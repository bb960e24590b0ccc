package org.soundcalc.protocols.code;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;

/**
 * (1 − δ)^t: no query hits a point where a far word disagrees.
 *
 * @param bounds of the queried code
 * @param queries t, ≥ 1
 */
public record QueryError(CodeBounds bounds, long queries) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T agreement = x.let("1 − δ", bounds.agreement(x));
    return x.power(agreement, "t", queries);
  }
}
