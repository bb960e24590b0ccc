package org.soundcalc.protocols.deepali;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;

/**
 * ℓ·(d·(k + c − 1) + (k − 1))/(F − k − n): some codeword of the list satisfies the constraints at a
 * random point outside the domains.
 */
record DeepError(DeepAli air, Field field, Rational dimension, Rational length, CodeBounds bounds)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T k = x.named("k", dimension);
    T c = x.named("c", air.openingPoints());
    T constraintDegree = x.named("d", air.degree()).times(k.plus(c).minus(x.one()));
    T traceDegree = k.minus(x.one());
    T points = x.named("F", field.size()).minus(k).minus(x.named("n", length));
    return x.let("ℓ", bounds.listSize(x, dimension))
        .times(constraintDegree.plus(traceDegree))
        .over(points);
  }
}
