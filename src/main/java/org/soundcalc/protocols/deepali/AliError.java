package org.soundcalc.protocols.deepali;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;

/** ℓ·C/F: some codeword of the list satisfies the combined constraint by chance. */
record AliError(DeepAli air, Field field, Rational dimension, CodeBounds bounds)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return x.let("ℓ", bounds.listSize(x, dimension))
        .times(x.named("C", air.constraints()))
        .over(x.named("F", field.size()));
  }
}
