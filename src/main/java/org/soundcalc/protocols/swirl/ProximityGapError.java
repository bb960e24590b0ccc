package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * prox(deg, μ, b)·g = (b − 1)·A/F·g: powers of a challenge combine far words into a near one.
 *
 * @param code of the combination
 * @param functions b, ≥ 2
 * @param field of the challenge
 * @param grinding before the challenge
 */
record ProximityGapError(FoldedCode code, long functions, Field field, BiasedGrinding grinding)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T line = code.badChallenges(x);
    T curve = functions == 2 ? line : x.named("w", functions).minus(x.one()).times(line);
    return grinding.ground(x, curve.over(x.named("F", field.size())));
  }
}
