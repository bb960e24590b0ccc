package org.soundcalc.protocols.jagged;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * (C + (d + 2)·⌈log2 N⌉)/F: C constraints are combined by powers of a challenge, and a sumcheck
 * over the trace's N rows shows that they vanish [Gruen24 App. A.2].
 */
record ZerocheckError(Trace trace, Field field) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T roundDegree = x.named("d", trace.degree()).plus(x.of(2));
    return x.named("C", trace.constraints())
        .plus(roundDegree.times(x.named("⌈log2 N⌉", trace.rowVariables())))
        .over(x.named("F", field.size()));
  }
}
