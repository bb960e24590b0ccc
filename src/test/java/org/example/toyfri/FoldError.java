package org.example.toyfri;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;

/**
 * err: the two halves of a far word combine to a near one.
 *
 * @param bounds what the regime says of the code
 * @param dimension of the folded code
 */
record FoldError(CodeBounds bounds, Rational dimension) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return bounds.error(x, dimension);
  }
}
