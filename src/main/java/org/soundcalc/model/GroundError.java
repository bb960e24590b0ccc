package org.soundcalc.model;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;

/**
 * An error after proof-of-work of g bits: 2^-g times the error, the attacker's cost of a retry once
 * Fiat-Shamir is applied.
 *
 * @param error the error without grinding
 * @param bits g, ≥ 0
 */
record GroundError(Formula error, int bits) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return error.evaluate(x).timesPowerOfTwo(-bits);
  }
}
