package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;

/** What SWIRL takes from proximity gaps, for the Reed-Solomon codes of one rate ρ = 2^-μ. */
interface SwirlCodeBounds {
  /** ℓ(μ): how many codewords may be near a word. */
  <T extends Real<T>> T listSize(Numbers<T> x);

  /** α(μ): the agreement below which a word counts as far from the code. */
  <T extends Real<T>> T agreement(Numbers<T> x);

  /**
   * A: the challenges that may combine two far words into a near one.
   *
   * @param length N = 2^(deg + μ), the code's length
   */
  <T extends Real<T>> T badChallenges(Numbers<T> x, Rational length);

  /** Where these are proven. */
  List<Citation> sources();

  /** Within half the distance: one codeword at most, and N challenges, which is δN + 1 or more. */
  final class Unique implements SwirlCodeBounds {
    private static final List<Citation> SOURCES =
        List.of(new Citation(Paper.SWIRL, "WHIR"), new Citation(Paper.BCHKS25, "Thm 1.3"));

    private final Rational rate;
    private final String alpha;

    /**
     * For the codes of rate 2^-{@code logInverseRate}.
     *
     * @param logInverseRate μ ≥ 1
     */
    Unique(int logInverseRate) {
      this.rate = Rational.powerOfTwo(-logInverseRate);
      this.alpha = "α(" + logInverseRate + ")";
    }

    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x) {
      return x.named("ℓ", 1);
    }

    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return x.let(alpha, x.one().plus(x.named("ρ", rate)).over(x.of(2)));
    }

    @Override
    public <T extends Real<T>> T badChallenges(Numbers<T> x, Rational length) {
      return x.named("N", length);
    }

    @Override
    public List<Citation> sources() {
      return SOURCES;
    }
  }

  /** What the decoder of multiplicity m proves below the Johnson radius, with M̄ = m + 1/2. */
  final class Johnson implements SwirlCodeBounds {
    private static final List<Citation> SOURCES =
        List.of(new Citation(Paper.SWIRL, "WHIR"), new Citation(Paper.BCHKS25, "Thm 4.2"));
    private static final Rational HALF = Rational.of(1, 2);

    private final long m;
    private final String place;
    private final Rational rate;
    private final Shared sqrtRho = new Shared(this::sqrtRho);
    private final Shared alpha = new Shared(this::alpha);
    private final Shared gamma = new Shared(this::gamma);
    private final Shared dy = new Shared(this::dy);
    private final Shared dz = new Shared(this::dz);

    /**
     * For the codes of rate 2^-{@code logInverseRate}.
     *
     * @param m the multiplicity, ≥ 1
     * @param logInverseRate μ ≥ 1
     * @throws IllegalArgumentException if m {@linkplain #reaches does not reach} this rate
     */
    Johnson(long m, int logInverseRate) {
      if (!reaches(m, logInverseRate)) {
        throw new IllegalArgumentException("multiplicity " + m + " at rate 2^-" + logInverseRate);
      }
      this.m = m;
      this.place = "(" + logInverseRate + ")";
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
      return x.let("ℓ" + place, x.of(dy));
    }

    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return x.of(alpha);
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

    private <T extends Real<T>> T bigM(Numbers<T> x) {
      return x.let("M̄", x.named("m", m).plus(x.of(HALF)));
    }

    private <T extends Real<T>> T sqrtRho(Numbers<T> x) {
      return x.named("ρ", rate).sqrt();
    }

    /** α(μ) = √ρ·(1 + 1/(2m)), below 1 because γ is positive. */
    private <T extends Real<T>> T alpha(Numbers<T> x) {
      T above = x.one().over(x.of(2).times(x.named("m", m)));
      return x.let("α" + place, x.of(sqrtRho).times(x.one().plus(above)));
    }

    /** γ = 1 − √ρ − √ρ/(2m). */
    private <T extends Real<T>> T gamma(Numbers<T> x) {
      return x.let("γ" + place, x.one().minus(x.of(alpha)));
    }

    /** M̄/√ρ. */
    private <T extends Real<T>> T dy(Numbers<T> x) {
      return x.let("dy" + place, bigM(x).over(x.of(sqrtRho)));
    }

    /** max(dy, M̄²/(3ρ)). */
    private <T extends Real<T>> T dz(Numbers<T> x) {
      T other = bigM(x).pow(2).over(x.of(3).times(x.named("ρ", rate)));
      return x.let("dz" + place, x.of(dy).max(other));
    }
  }
}
