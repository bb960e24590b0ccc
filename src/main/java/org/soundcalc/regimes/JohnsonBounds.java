package org.soundcalc.regimes;

import java.util.List;
import java.util.OptionalLong;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Source;

/**
 * What the Guruswami-Sudan decoder of multiplicity m proves of a code below its Johnson radius
 * [BCHKS25 Thm 4.2].
 *
 * @param code the codes
 * @param gap η
 * @param m the multiplicity, ≥ 1
 */
record JohnsonBounds(Code code, Gap gap, long m) implements CodeBounds {
  private static final Rational HALF = Rational.of(1, 2);

  /** Theorem 4.2 is stated for multiplicities of at least 3. */
  private static final long LEAST_MULTIPLICITY = 3;

  /** The bounds at a gap, with the multiplicity that reaches it. */
  static JohnsonBounds withGap(Code code, Gap gap) {
    return new JohnsonBounds(
        code, gap, Math.max(gap.multiplicity(code.rate()), LEAST_MULTIPLICITY));
  }

  @Override
  public OptionalLong multiplicity() {
    return OptionalLong.of(m);
  }

  @Override
  public List<Source> sources() {
    return JohnsonBound.SOURCES;
  }

  /** 1 − δ = √ρ + η. */
  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    return agreement(x, sqrtRho(x));
  }

  private <T extends Real<T>> T agreement(Numbers<T> x, T sqrtRho) {
    return sqrtRho.plus(eta(x));
  }

  /** ℓ = 1/(2·η·√ρ). */
  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
    return x.one().over(x.of(2).times(eta(x)).times(sqrtRho(x)));
  }

  /** err = (2·dx·dy²·dz + dy·(δ·n + 1))/F. */
  @Override
  public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
    T rho = x.named("ρ", code.rate().value());
    T sqrtRho = sqrtRho(x);
    T bigM = x.let("M", x.named("m", m).plus(x.of(HALF)));
    T n = x.let("n", x.named("k", k).over(rho));
    T delta = x.let("δ", x.one().minus(x.let("1 − δ", agreement(x, sqrtRho))));
    T dx = x.let("dx", bigM.times(n).times(sqrtRho));
    T dy = x.let("dy", bigM.over(sqrtRho));
    T dz = x.let("dz", dy.max(bigM.pow(2).over(x.of(3).times(rho))));
    return x.of(2)
        .times(dx)
        .times(dy.pow(2))
        .times(dz)
        .plus(dy.times(delta.times(n).plus(x.one())))
        .over(x.named("F", code.field().size()));
  }

  private <T extends Real<T>> T sqrtRho(Numbers<T> x) {
    return x.named("ρ", code.rate().value()).sqrt();
  }

  private <T extends Real<T>> T eta(Numbers<T> x) {
    return x.let("η", gap.value(x, code.rate()));
  }
}
