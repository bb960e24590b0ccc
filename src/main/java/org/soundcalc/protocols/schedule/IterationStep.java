package org.soundcalc.protocols.schedule;

import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;

/**
 * The step to an iteration from the one before.
 *
 * @param to the iteration
 * @param from the bounds of the one before
 * @param queries t to the word before, ≥ 1
 * @param samples out of the domain, ≥ 0
 */
public record IterationStep(IterationStage to, CodeBounds from, long queries, long samples) {
  /** {@return what the regime says of the codes that the step leads to} */
  public CodeBounds bounds() {
    return to.bounds();
  }

  /**
   * {@return (1 − δ)^t: no query hits a point where the word before disagrees}
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   */
  public <T extends Real<T>> T queryError(Numbers<T> x) {
    return new Queries(from, queries).error(x);
  }

  /** At unique decoding there is nothing to tell apart: no sample is missing. */
  boolean hasSamplesTerm() {
    return samples > 0 || to.isList();
  }
}
