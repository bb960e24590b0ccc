package org.soundcalc.bounds.lookup;

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
        .times(fingerprintDegree(x))
        .over(x.named("F", field.size()));
  }

  /**
   * R: S coefficients of a univariate fingerprint, max(log2 S, 1) variables of a multilinear one.
   */
  private <T extends Real<T>> T fingerprintDegree(Numbers<T> x) {
    T columns = x.named("S", lookup.columns());
    return lookup.multilinearFingerprint() ? x.let("R", columns.log2().max(x.one())) : columns;
  }
}
