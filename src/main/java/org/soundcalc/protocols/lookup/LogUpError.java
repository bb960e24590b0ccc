package org.soundcalc.protocols.lookup;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/** K·H·R/F [Ha22L]: two sums of fractions that differ agree at a random challenge. */
record LogUpError(Lookup lookup, Field field) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return x.named("K", lookup.lookups())
        .times(x.named("H", lookup.rows()))
        .times(lookup.fingerprintDegree(x))
        .over(x.named("F", field.size()));
  }
}
