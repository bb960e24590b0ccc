package org.soundcalc.protocols.schedule;

import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;

/**
 * Queries to a word.
 *
 * @param code what the regime says of its code
 * @param number t
 */
record Queries(CodeBounds code, long number) {
  /** (1 − δ)^t: all of them miss. */
  <T extends Real<T>> T error(Numbers<T> x) {
    return x.power(x.let("1 − δ", code.agreement(x)), "t", number);
  }
}
