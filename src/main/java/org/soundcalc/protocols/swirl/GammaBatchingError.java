package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * (t + 1)·ℓ(μ')/F: for some codeword of the next list, the claims of t queries and of one
 * out-of-domain sample hold after batching, and not before.
 */
record GammaBatchingError(Round round, Field field) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T claims = x.named("t", round.queries()).plus(x.one());
    return claims.times(round.next().listSize(x)).over(x.named("F", field.size()));
  }
}
