package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * 2·I·2^len·L·g/F: for some codeword of the initial list, unbalanced interactions sum to zero.
 *
 * @param logUp I and len
 * @param initial the bounds of the stacked columns' code, whose list size is L
 * @param field of the challenges
 * @param grinding before them
 */
record LogUpError(LogUp logUp, SwirlCodeBounds initial, Field field, BiasedGrinding grinding)
    implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T error =
        x.of(2)
            .times(x.named("I", logUp.interactions()))
            .times(x.named("2^len", Rational.powerOfTwo(logUp.logMessageLength())))
            .times(initial.listSize(x))
            .over(x.named("F", field.size()));
    return grinding.ground(x, error);
  }
}
