package org.soundcalc.protocols.lookup;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/** LogUp's error and that of the GKR circuit which sums the fractions [PH23]. */
record LogUpGkrError(Lookup lookup, Field field) implements Formula {
  private static final Rational HALF = Rational.of(1, 2);

  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T sum = new LogUpError(lookup, field).evaluate(x).plus(layers(x));
    return lookup.reductionError().signum() == 0
        ? sum
        : sum.plus(x.named("reduction_error", lookup.reductionError()));
  }

  /** ½·v·(3v + 1)/F for v layers. */
  private <T extends Real<T>> T layers(Numbers<T> x) {
    T v = lookup.layers(x);
    return x.of(HALF)
        .times(v)
        .times(x.of(3).times(v).plus(x.one()))
        .over(x.named("F", field.size()));
  }
}
