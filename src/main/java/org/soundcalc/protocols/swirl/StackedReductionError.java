package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * max(2·W, 2σ, 2)·L/F: for some codeword of the initial list, the batch of the claims on W columns
 * and on their rotations, or a round polynomial of the sumcheck over them, is right by chance.
 *
 * @param columns W, ≥ 0
 * @param skipDegree σ = 2^l_skip − 1
 * @param initial the bounds of the stacked columns' code
 * @param field of the challenges
 */
record StackedReductionError(
    long columns, Rational skipDegree, SwirlCodeBounds initial, Field field) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T two = x.of(2);
    T batching = two.times(x.named("W", columns));
    T univariate = two.times(x.named("σ", skipDegree));
    return batching
        .max(univariate)
        .max(two)
        .times(initial.listSize(x))
        .over(x.named("F", field.size()));
  }
}
