package org.soundcalc.protocols.swirl;

import java.util.List;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;

/**
 * The largest of several errors: round-by-round soundness is that of the worst round.
 *
 * @param errors at least one
 */
record Maximum(List<Shared> errors) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T largest = x.of(errors.get(0));
    for (Shared error : errors.subList(1, errors.size())) {
      largest = largest.max(x.of(error));
    }
    return largest;
  }
}
