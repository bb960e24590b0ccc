package org.soundcalc.regimes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.math.SharedLine;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.GuruswamiSudan;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.CommonKeys;

/** What {@link GuruswamiSudan} proves of a code at a gap η below its Johnson radius. */
final class JohnsonBounds implements CodeBounds {
  static final List<Citation> SOURCES = List.of(GuruswamiSudan.SOURCE);

  private static final GuruswamiSudan.Symbols OF_GAP =
      GuruswamiSudan.Symbols.PLAIN.following("max(⌈√ρ / (2 · η)⌉, 3)");

  private static final GuruswamiSudan.Symbols CHOSEN =
      GuruswamiSudan.Symbols.PLAIN.following("the multiplicity with the most bits");

  private final Code code;
  private final GuruswamiSudan decoder;

  /** Whether η follows from m, and not m from η. */
  private final boolean pinned;

  private final Shared eta;
  private final Shared agreement = new Shared(this::evaluateAgreement);
  private final SharedLine error = new SharedLine(this::errorAt);

  private JohnsonBounds(Code code, GuruswamiSudan decoder, boolean pinned, Formula eta) {
    this.code = code;
    this.decoder = decoder;
    this.pinned = pinned;
    this.eta = new Shared(eta);
  }

  /** The bounds at the gap of a code, with the multiplicity that reaches it. */
  static JohnsonBounds withGap(Code code) {
    Gap gap = Gap.of(code);
    long m = Math.max(gap.multiplicity(), GuruswamiSudan.LEAST_MULTIPLICITY);
    return new JohnsonBounds(code, new GuruswamiSudan(code.rate(), m, OF_GAP), false, gap);
  }

  /**
   * The bounds at a pinned multiplicity: η = √ρ/(2m).
   *
   * @param m ≥ 1
   * @return nothing where that leaves no proximity parameter
   */
  static Optional<CodeBounds> withMultiplicity(Code code, long m) {
    return GuruswamiSudan.leavesProximityParameter(code.rate(), m)
        ? Optional.of(withDecoder(code, decoder(code, m)))
        : Optional.empty();
  }

  /** The bounds at the multiplicity of a decoder, which must leave a proximity parameter. */
  static JohnsonBounds withDecoder(Code code, GuruswamiSudan decoder) {
    return new JohnsonBounds(code, decoder, true, decoder::gap);
  }

  /** The decoder for a code. */
  static GuruswamiSudan decoder(Code code, long m) {
    return new GuruswamiSudan(code.rate(), m, CHOSEN);
  }

  /** The decoder that finds the codewords near a word. */
  GuruswamiSudan decoder() {
    return decoder;
  }

  @Override
  public OptionalLong multiplicity() {
    return OptionalLong.of(decoder.multiplicity());
  }

  @Override
  public List<Citation> sources() {
    return SOURCES;
  }

  /** 1 − δ = √ρ + η. */
  @Override
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    return x.of(agreement);
  }

  private <T extends Real<T>> T evaluateAgreement(Numbers<T> x) {
    return decoder.sqrtRho(x).plus(eta(x));
  }

  /** ℓ = 1/(2·η·√ρ), or (m + 1/2)/√ρ for a pinned m. */
  @Override
  public <T extends Real<T>> T listSize(Numbers<T> x, Rational k) {
    return pinned
        ? decoder.listSize(x)
        : x.one().over(x.of(2).times(eta(x)).times(decoder.sqrtRho(x)));
  }

  /** err: the share of challenges that are bad. */
  @Override
  public <T extends Real<T>> T error(Numbers<T> x, Rational k) {
    return x.at(error, x.named("k", k));
  }

  private <T extends Real<T>> T errorAt(Numbers<T> x, T k) {
    T n = x.let("n", k.over(code.rate().rho(x)));
    T delta = x.let("δ", x.one().minus(x.let("1 − δ", agreement(x))));
    T dx = x.let("dx", decoder.dx(x, n));
    return GuruswamiSudan.badChallenges(x, dx, decoder.dy(x), decoder.dz(x), delta, n)
        .over(x.named("F", code.field().size()));
  }

  private <T extends Real<T>> T eta(Numbers<T> x) {
    return x.let("η", x.of(eta));
  }

  /**
   * The distance η of the proximity parameter to the Johnson radius 1 − √ρ: a multiple c of one, of
   * ρ or of √ρ.
   *
   * @param rate ρ
   * @param unit what η is a multiple of
   * @param factor c
   * @param square (1/(2c))²
   */
  private record Gap(Rate rate, Unit unit, Rational factor, Rational square) implements Formula {
    /** Up to this many elements, a field pays for a wider gap. */
    private static final Rational LARGE_FIELD = Rational.powerOfTwo(150);

    private static final Rational WIDE = Rational.of(1, 20);
    private static final Rational WIDE_SQUARE = square(WIDE);
    private static final Rational NARROW = Rational.of(1, 100);
    private static final Rational NARROW_SQUARE = square(NARROW);

    /** ρ/20 ≥ √ρ/100 from this rate on: both sides squared and divided by ρ. */
    private static final Rational WIDE_FROM = Rational.of(1, 25);

    /** What a gap is a multiple of. */
    private enum Unit {
      ONE,
      RATE,
      ROOT_OF_RATE
    }

    /** The pinned gap of a code, or else √ρ/100, over small fields at least ρ/20. */
    static Gap of(Code code) {
      Rate rate = code.rate();
      if (code.gap().isPresent()) {
        Rational gap = code.gap().get();
        return new Gap(rate, Unit.ONE, gap, square(gap));
      }
      boolean wide =
          code.field().size().compareTo(LARGE_FIELD) <= 0 && rate.value().compareTo(WIDE_FROM) >= 0;
      return wide
          ? new Gap(rate, Unit.RATE, WIDE, WIDE_SQUARE)
          : new Gap(rate, Unit.ROOT_OF_RATE, NARROW, NARROW_SQUARE);
    }

    private static Rational square(Rational factor) {
      return Rational.ONE.over(factor.times(Rational.of(2)).pow(2));
    }

    /** η. */
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return switch (unit) {
        case ONE -> x.named(CommonKeys.GAP_TO_RADIUS.name(), factor);
        case RATE -> rate.rho(x).times(x.of(factor));
        case ROOT_OF_RATE -> rate.sqrt(x).times(x.of(factor));
      };
    }

    /**
     * The multiplicity m = ⌈√ρ/(2η)⌉ that reaches the radius at this gap: the least with m² ≥
     * (√ρ/(2η))², which is rational.
     */
    long multiplicity() {
      Rational reached =
          switch (unit) {
            case ONE -> square.times(rate.value());
            case RATE -> square.over(rate.value());
            case ROOT_OF_RATE -> square;
          };
      return reached.ceilSqrt().longValueExact();
    }
  }
}
