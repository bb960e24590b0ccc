package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.List;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;

/** What the decoder of multiplicity m proves below the Johnson radius, with M̄ = m + 1/2. */
final class ListProximity implements SwirlCodeBounds {
  private static final List<Citation> SOURCES =
      List.of(new Citation(Paper.SWIRL, "WHIR"), new Citation(Paper.BCHKS25, "Thm 4.2"));
  private static final Rational HALF = Rational.of(1, 2);

  private final long m;
  private final int logInverseRate;
  private final Rational rate;
  private final Shared sqrtRho = new Shared(new SqrtRho());
  private final Shared agreement = new Shared(new Agreement());
  private final Shared gamma = new Shared(new Gamma());
  private final Shared dy = new Shared(new Dy());
  private final Shared dz = new Shared(new Dz());

  /**
   * For the codes of rate 2^-{@code logInverseRate}.
   *
   * @param m the multiplicity, ≥ 1
   * @param logInverseRate μ ≥ 1
   * @throws IllegalArgumentException if m {@linkplain #reaches does not reach} this rate
   */
  ListProximity(long m, int logInverseRate) {
    if (!reaches(m, logInverseRate)) {
      throw new IllegalArgumentException("multiplicity " + m + " at rate 2^-" + logInverseRate);
    }
    this.m = m;
    this.logInverseRate = logInverseRate;
    this.rate = Rational.powerOfTwo(-logInverseRate);
  }

  /** Whether γ = 1 − √ρ·(1 + 1/(2m)) is positive: (2m + 1)² &lt; 4m²·2^μ. */
  static boolean reaches(long m, int logInverseRate) {
    BigInteger twice = BigInteger.valueOf(m).shiftLeft(1);
    BigInteger left = twice.add(BigInteger.ONE).pow(2);
    return left.compareTo(twice.pow(2).shiftLeft(logInverseRate)) < 0;
  }

  /** M̄·2^(μ/2) = M̄/√ρ, which is dy. */
  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x) {
    return x.let(symbol("ℓ"), x.of(dy));
  }

  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    return x.of(agreement);
  }

  /** ⌈2·dx·dy²·dz + dy·(γN + 1)⌉ with dx = M̄·N·√ρ. */
  @Override
  public <T extends Real<T>> T badChallenges(Numbers<T> x, Rational length) {
    T n = x.named("N", length);
    T dx = bigM(x).times(n).times(x.of(sqrtRho));
    T itsDy = x.of(dy);
    T polynomial = x.of(2).times(dx).times(itsDy.pow(2)).times(x.of(dz));
    return polynomial.plus(itsDy.times(x.of(gamma).times(n).plus(x.one()))).ceil();
  }

  @Override
  public List<Citation> sources() {
    return SOURCES;
  }

  private String symbol(String function) {
    return function + "(" + logInverseRate + ")";
  }

  private <T extends Real<T>> T multiplicity(Numbers<T> x) {
    return x.named("m", m);
  }

  private <T extends Real<T>> T bigM(Numbers<T> x) {
    return x.let("M̄", multiplicity(x).plus(x.of(HALF)));
  }

  private final class SqrtRho implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.named("ρ", rate).sqrt();
    }
  }

  /** α(μ) = √ρ·(1 + 1/(2m)), below 1 because γ is positive. */
  private final class Agreement implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T above = x.one().over(x.of(2).times(multiplicity(x)));
      return x.let(symbol("α"), x.of(sqrtRho).times(x.one().plus(above)));
    }
  }

  /** γ = 1 − √ρ − √ρ/(2m). */
  private final class Gamma implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.let(symbol("γ"), x.one().minus(x.of(agreement)));
    }
  }

  /** M̄/√ρ. */
  private final class Dy implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.let(symbol("dy"), bigM(x).over(x.of(sqrtRho)));
    }
  }

  /** max(dy, M̄²/(3ρ)). */
  private final class Dz implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T other = bigM(x).pow(2).over(x.of(3).times(x.named("ρ", rate)));
      return x.let(symbol("dz"), x.of(dy).max(other));
    }
  }
}
