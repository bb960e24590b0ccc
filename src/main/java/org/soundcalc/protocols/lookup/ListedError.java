package org.soundcalc.protocols.lookup;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.protocols.code.CommittedCode;

/**
 * ℓ·ε: the challenges come after a commitment that fixes a list of ℓ codewords, and any of them may
 * be the witness for which the sums agree by chance.
 *
 * @param list ℓ
 * @param error ε, for one witness
 */
record ListedError(CommittedCode list, Formula error) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return x.let("ℓ", list.listSize(x)).times(x.let("ε for one witness", error.evaluate(x)));
  }
}
