package org.soundcalc.protocols.swirl;

import java.util.List;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Field;
import org.soundcalc.model.GuruswamiSudan;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Rate;

/** What SWIRL takes from proximity gaps, for the Reed-Solomon codes of one rate ρ = 2^-μ. */
interface SwirlCodeBounds {
  /** ρ = 2^-μ. */
  Rate rate();

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

  /**
   * prox(deg, μ, b) = (b − 1)·A/F: powers of a challenge combine far words into a near one.
   *
   * @param logDegree deg ≥ 0, of polynomials of 2^deg coefficients
   * @param functions b, ≥ 2
   * @param field of the challenge
   */
  default <T extends Real<T>> T proximityGap(
      Numbers<T> x, int logDegree, long functions, Field field) {
    int mu = rate().log2Inverse();
    T challenges = badChallenges(x, Rational.powerOfTwo(logDegree + mu));
    T line = x.let("A(" + logDegree + "," + mu + ")", challenges);
    T curve = functions == 2 ? line : x.named("w", functions).minus(x.one()).times(line);
    return curve.over(x.named("F", field.size()));
  }

  /** Where these are proven. */
  List<Citation> sources();

  /** Within half the distance: one codeword at most, and N challenges, which is δN + 1 or more. */
  record Unique(Rate rate) implements SwirlCodeBounds {
    private static final List<Citation> SOURCES =
        List.of(new Citation(Paper.SWIRL, "WHIR"), new Citation(Paper.BCHKS25, "Thm 1.3"));

    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x) {
      return x.let("ℓ", x.one());
    }

    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return x.let("α(" + rate.log2Inverse() + ")", x.one().plus(rate.rho(x)).over(x.of(2)));
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

  /** Below the Johnson radius, with M̄ = m + 1/2 for the decoder's multiplicity m. */
  final class Johnson implements SwirlCodeBounds {
    private static final List<Citation> SOURCES =
        List.of(new Citation(Paper.SWIRL, "WHIR"), GuruswamiSudan.SOURCE);

    private final Rate rate;
    private final GuruswamiSudan decoder;
    private final String place;
    private final Shared alpha = new Shared(this::alpha);
    private final Shared gamma = new Shared(this::gamma);

    /**
     * For the codes of a rate.
     *
     * @param m the multiplicity, ≥ 1, which {@linkplain GuruswamiSudan#leavesProximityParameter
     *     leaves a proximity parameter}
     */
    Johnson(long m, Rate rate) {
      if (!GuruswamiSudan.leavesProximityParameter(rate, m)) {
        throw new IllegalArgumentException("multiplicity " + m + " at rate " + rate.value());
      }
      this.rate = rate;
      this.place = "(" + rate.log2Inverse() + ")";
      this.decoder =
          new GuruswamiSudan(
              rate,
              m,
              new GuruswamiSudan.Symbols(
                  "M̄", "dy" + place, "dz" + place, GuruswamiSudan.Symbols::input));
    }

    @Override
    public Rate rate() {
      return rate;
    }

    /** M̄·2^(μ/2) = M̄/√ρ, which is dy. */
    @Override
    public <T extends Real<T>> T listSize(Numbers<T> x) {
      return x.let("ℓ" + place, decoder.dy(x));
    }

    @Override
    public <T extends Real<T>> T agreement(Numbers<T> x) {
      return x.of(alpha);
    }

    /** ⌈2·dx·dy²·dz + dy·(γN + 1)⌉. */
    @Override
    public <T extends Real<T>> T badChallenges(Numbers<T> x, Rational length) {
      T n = x.named("N", length);
      T dx = decoder.dx(x, n);
      return GuruswamiSudan.badChallenges(x, dx, decoder.dy(x), decoder.dz(x), x.of(gamma), n)
          .ceil();
    }

    @Override
    public List<Citation> sources() {
      return SOURCES;
    }

    /** α(μ) = √ρ·(1 + 1/(2m)), below 1 because γ is positive. */
    private <T extends Real<T>> T alpha(Numbers<T> x) {
      T above = x.one().over(x.of(2).times(x.named("m", decoder.multiplicity())));
      return x.let("α" + place, decoder.sqrtRho(x).times(x.one().plus(above)));
    }

    /** γ = 1 − √ρ − √ρ/(2m). */
    private <T extends Real<T>> T gamma(Numbers<T> x) {
      return x.let("γ" + place, x.one().minus(x.of(alpha)));
    }
  }
}
