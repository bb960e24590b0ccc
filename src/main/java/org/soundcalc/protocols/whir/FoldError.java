package org.soundcalc.protocols.whir;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Batching;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;

/**
 * d·ℓ/F + err': a false sumcheck claim becomes true of some codeword of the list, or two halves of
 * a far word fold to a close one.
 *
 * @param bounds of the iteration's codes
 * @param degree d
 * @param fold the codes before it, where the list is, and after it
 */
record FoldError(CodeBounds bounds, Field field, long degree, Fold fold) implements Formula {
  private static final long HALVES = 2;

  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T sumcheck =
        x.named("d", degree)
            .times(x.let("ℓ", bounds.listSize(x, fold.unfolded())))
            .over(x.named("F", field.size()));
    return sumcheck.plus(bounds.batchingError(x, Batching.POWERS, HALVES, fold.folded()));
  }
}
