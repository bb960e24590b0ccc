package org.soundcalc.protocols.stir;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Field;
import org.soundcalc.protocols.schedule.Schedule;

/**
 * ℓ²/2·(2^m/(F − n))^s: two codewords of a list agree at every sample outside their domain of n
 * points.
 *
 * @param bounds of the sampled code
 * @param field of more than n elements
 * @param iteration the sampled code
 * @param samples s, ≥ 0
 */
record OodError(CodeBounds bounds, Field field, Schedule.Iteration iteration, long samples)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T pairs = x.let("ℓ", bounds.listSize(x, iteration.dimension())).pow(2).over(x.of(2));
    T outside = x.named("F", field.size()).minus(x.named("n", iteration.length()));
    T agreement = x.named("2^m", iteration.dimension()).over(outside);
    return pairs.times(x.power(agreement, "s", samples));
  }
}
