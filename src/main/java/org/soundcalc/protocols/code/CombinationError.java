package org.soundcalc.protocols.code;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Batching;
import org.soundcalc.model.CodeBounds;

/**
 * The error of combining functions by randomness: batching them, or folding one.
 *
 * @param bounds of the code of the combination
 * @param mode how they are combined
 * @param functions how many, ≥ 2
 * @param dimension of the code of the combination
 */
public record CombinationError(CodeBounds bounds, Batching mode, long functions, Rational dimension)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return bounds.batchingError(x, mode, functions, dimension);
  }
}
