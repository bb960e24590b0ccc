package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.soundcalc.math.Formula;
import org.soundcalc.math.FormulaOf;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.math.SharedLine;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Condition;
import org.soundcalc.model.GuruswamiSudan;
import org.soundcalc.model.JohnsonGap;
import org.soundcalc.model.OpenedCode;
import org.soundcalc.model.Rate;

/** What {@link GuruswamiSudan} proves of a code at a gap η below its Johnson radius. */
final class JohnsonBounds implements CodeBounds {
  static final List<Citation> SOURCES = List.of(GuruswamiSudan.SOURCE);

  private static final GuruswamiSudan.Symbols CHOSEN =
      GuruswamiSudan.Symbols.PLAIN.following(JohnsonBounds::chosen);

  private final Code code;
  private final GuruswamiSudan decoder;

  /** Whether η follows from m, and not m from η. */
  private final boolean pinned;

  /** Whether the opened code's list counts under every accounting. */
  private final boolean best;

  private final Shared eta;
  private final Shared agreement = new Shared(this::evaluateAgreement);
  private final SharedLine error = new SharedLine(this::errorAt);

  private JohnsonBounds(
      Code code, GuruswamiSudan decoder, boolean pinned, boolean best, Formula eta) {
    this.code = code;
    this.decoder = decoder;
    this.pinned = pinned;
    this.best = best;
    this.eta = new Shared(eta);
  }

  /**
   * The bounds at the gap of a code, with the multiplicity that reaches it.
   *
   * @param best whether the opened code's list counts under every accounting
   */
  static JohnsonBounds withGap(Code code, boolean best) {
    JohnsonGap gap = JohnsonGap.of(code);
    long m = Math.max(gap.multiplicity(), GuruswamiSudan.LEAST_MULTIPLICITY);
    GuruswamiSudan.Symbols ofGap =
        GuruswamiSudan.Symbols.PLAIN.following(new Reaching(code.rate(), gap));
    return new JohnsonBounds(code, new GuruswamiSudan(code.rate(), m, ofGap), false, best, gap);
  }

  private static <T extends Real<T>> T chosen(Numbers<T> x, Rational m) {
    return x.defined("m", "the multiplicity with the most bits", m);
  }

  /** m = max(⌈√ρ/(2η)⌉, 3), which is decided exactly where it is given. */
  private record Reaching(Rate rate, JohnsonGap gap) implements FormulaOf<Rational>, Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x, Rational m) {
      return x.decided("m", this, m);
    }

    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T twice = x.of(2).times(x.let("η", gap.evaluate(x)));
      return rate.sqrt(x).over(twice).ceil().max(x.of(GuruswamiSudan.LEAST_MULTIPLICITY));
    }
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

  /** The bounds at each multiplicity that leaves a proximity parameter. */
  static LongFunction<CodeBounds> withMultiplicities(Code code) {
    GuruswamiSudan first = decoder(code, 1);
    return m -> withDecoder(code, first.withMultiplicity(m));
  }

  private static JohnsonBounds withDecoder(Code code, GuruswamiSudan decoder) {
    return new JohnsonBounds(code, decoder, true, true, decoder::gap);
  }

  private static GuruswamiSudan decoder(Code code, long m) {
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

  /** Which default gap it is follows from the field, and over small fields from the rate. */
  @Override
  public List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>(CodeBounds.super.conditions());
    if (!pinned) {
      conditions.addAll(JohnsonGap.choice(code));
    }
    return conditions;
  }

  /** Whether η follows from the multiplicity. */
  boolean isPinned() {
    return pinned;
  }

  @Override
  public CodeBounds opened(OpenedCode opened, Accounting accounting) {
    return new OpenedJohnsonBounds(this, opened, best || accounting == Accounting.STRICT);
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

  /** All else follows from these: circuits with codes alike have their rounds explained once. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof JohnsonBounds bounds
            && pinned == bounds.pinned
            && best == bounds.best
            && decoder.multiplicity() == bounds.decoder.multiplicity()
            && code.equals(bounds.code));
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + Long.hashCode(decoder.multiplicity());
  }
}
