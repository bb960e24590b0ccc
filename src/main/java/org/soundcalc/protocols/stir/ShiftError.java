package org.soundcalc.protocols.stir;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Batching;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.protocols.code.QueryError;
import org.soundcalc.protocols.schedule.Schedule;

/**
 * (1 − δ)^t + err + err': no query hits a point where the word before disagrees, or the quotients
 * by t + s points combine to a close word though one is far, or the result folds to a close word
 * though it is far.
 *
 * @param queried bounds of the iteration before, whose word is queried
 * @param bounds of this iteration's codes
 * @param iteration this iteration's codes
 * @param queries t, ≥ 1
 * @param samples s, ≥ 0
 */
record ShiftError(
    CodeBounds queried, CodeBounds bounds, Schedule.Iteration iteration, long queries, long samples)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T quotients =
        bounds.batchingError(x, Batching.POWERS, queries + samples, iteration.dimension());
    T fold =
        bounds.batchingError(x, Batching.POWERS, iteration.factor(), iteration.foldedDimension());
    // Last, so that in writing the primes fall to the previous code's symbols.
    T query = new QueryError(queried, queries).evaluate(x);
    return query.plus(quotients).plus(fold);
  }
}
