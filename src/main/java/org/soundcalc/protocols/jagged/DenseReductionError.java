package org.soundcalc.protocols.jagged;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * (⌈log2 W⌉ + 2λ + 2(2λ + 2))/F: the claims on W columns are combined, a sumcheck of degree 2 over
 * the dense polynomial's λ variables reduces them to it, and another one over 2λ + 2 variables
 * evaluates what the first one leaves [Jagged].
 *
 * @param columnVariables ⌈log2 W⌉
 * @param denseVariables λ
 * @param field of the challenges
 */
record DenseReductionError(int columnVariables, int denseVariables, Field field)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T lambda = x.named("λ", denseVariables);
    T two = x.of(2);
    return x.named("⌈log2 W⌉", columnVariables)
        .plus(two.times(lambda))
        .plus(two.times(two.times(lambda).plus(two)))
        .over(x.named("F", field.size()));
  }
}
