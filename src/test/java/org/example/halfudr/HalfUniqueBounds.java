package org.example.halfudr;

import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;

/**
 * What is proven of a code at δ = (1 − ρ)/4.
 *
 * @param code its rate and field
 */
record HalfUniqueBounds(Code code) implements CodeBounds {
  /** 1 − δ = (3 + ρ)/4. */
  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    return x.of(3).plus(code.rate().rho(x)).over(x.of(4));
  }

  /** ℓ = 1: δ is below half the distance. */
  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
    return x.one();
  }

  /** err = (δ·n + 1)/F. */
  @Override
  public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
    T delta = x.let("δ", x.one().minus(x.let("1 − δ", agreement(x))));
    T n = x.let("n", x.named("k", k).over(code.rate().rho(x)));
    return delta.times(n).plus(x.one()).over(x.named("F", code.field().size()));
  }

  @Override
  public List<Citation> sources() {
    return HalfUniqueDecoding.SOURCES;
  }
}
