package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * max(max(x, 3) + σ + (C − 1), 3·K − 1)·L/F: for some codeword of the initial list, a batch of C
 * constraints vanishes by chance at the sumchecks' common boundary, or one of 3·K claims on K AIRs
 * hides another.
 *
 * @param extraVariables x: the variables of a trace beyond those of the interactions' sum, ≥ 0
 * @param shape of the AIRs, of which there is at least one
 * @param skipDegree σ = 2^l_skip − 1
 * @param initial the bounds of the stacked columns' code
 * @param field of the challenges
 */
record ConstraintBatchingError(
    int extraVariables, AirShape shape, Rational skipDegree, SwirlCodeBounds initial, Field field)
    implements Formula {
  private static final int SUMCHECK_DEGREE = 3;

  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return boundary(x).max(claims(x)).times(initial.listSize(x)).over(x.named("F", field.size()));
  }

  /** Its subtraction comes last, so that nothing is negative even without constraints. */
  private <T extends Real<T>> T boundary(Numbers<T> x) {
    return x.named("x", extraVariables)
        .max(x.of(SUMCHECK_DEGREE))
        .plus(x.named("σ", skipDegree))
        .plus(x.named("C", shape.constraints()))
        .minus(x.one());
  }

  private <T extends Real<T>> T claims(Numbers<T> x) {
    return x.of(SUMCHECK_DEGREE).times(x.named("K", shape.airs())).minus(x.one());
  }
}
