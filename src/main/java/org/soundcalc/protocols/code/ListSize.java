package org.soundcalc.protocols.code;

import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.CodeBounds;

/**
 * ℓ: how many codewords a commitment may stand for.
 *
 * @param bounds of the committed code
 * @param dimension k of that code
 */
public record ListSize(CodeBounds bounds, Rational dimension) implements Formula {
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return bounds.listSize(x, dimension);
  }

  /** Whether it may be more than one. */
  public boolean isList() {
    return Certified.compare(this, new One()) > 0;
  }

  private record One() implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.one();
    }
  }
}
