package org.soundcalc.protocols.whir;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;

/**
 * ℓ²/2·(2^m/F)^w: two codewords of a list agree at every out-of-domain sample.
 *
 * @param bounds of the sampled code
 * @param dimension 2^m of that code
 * @param samples w, ≥ 0
 */
record OodError(CodeBounds bounds, Field field, Rational dimension, long samples)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T pairs = x.let("ℓ", bounds.listSize(x, dimension)).pow(2).over(x.of(2));
    T agreement = x.named("2^m", dimension).over(x.named("F", field.size()));
    return pairs.times(x.power(agreement, "w", samples));
  }
}
