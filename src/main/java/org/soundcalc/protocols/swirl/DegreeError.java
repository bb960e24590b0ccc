package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * d/F: two polynomials of this degree agree at a random point.
 *
 * @param degree d, ≥ 1
 * @param field of the point
 */
record DegreeError(long degree, Field field) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return x.of(degree).over(x.named("F", field.size()));
  }
}
