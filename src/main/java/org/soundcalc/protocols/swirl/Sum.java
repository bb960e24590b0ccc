package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;

/** The error of a round that fails in either of two ways. */
record Sum(Shared first, Shared second) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return x.of(first).plus(x.of(second));
  }
}
