package org.soundcalc.model;

import java.math.BigInteger;
import java.util.List;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.keys.CommonKeys;

/**
 * The distance η of the proximity parameter to the Johnson radius 1 − √ρ: a multiple c of one, of ρ
 * or of √ρ.
 *
 * @param rate ρ
 * @param unit what η is a multiple of
 * @param factor c
 * @param square (1/(2c))²
 */
public record JohnsonGap(Rate rate, Unit unit, Rational factor, Rational square)
    implements Formula {
  /** Up to this many elements, a field pays for a wider gap. */
  private static final Rational LARGE_FIELD = Rational.powerOfTwo(150);

  private static final Rational WIDE = Rational.of(1, 20);
  private static final Rational WIDE_SQUARE = square(WIDE);
  private static final Rational NARROW = Rational.of(1, 100);
  private static final Rational NARROW_SQUARE = square(NARROW);

  /** ρ/20 ≥ √ρ/100 from this rate on: both sides squared and divided by ρ. */
  private static final Rational WIDE_FROM = Rational.of(1, 25);

  /** Of decimals. */
  private static final Rational UNITS = Rational.of(BigInteger.TEN.pow(14));

  /** What a gap is a multiple of. */
  public enum Unit {
    /** 1: a gap that is pinned. */
    ONE,
    /** ρ. */
    RATE,
    /** √ρ. */
    ROOT_OF_RATE
  }

  /**
   * {@return the pinned gap of a code, or else √ρ/100, over small fields at least ρ/20}
   *
   * @param code the code
   */
  public static JohnsonGap of(Code code) {
    Rate rate = code.rate();
    if (code.gap().isPresent()) {
      Rational gap = code.gap().get();
      return new JohnsonGap(rate, Unit.ONE, gap, square(gap));
    }
    boolean wide =
        code.field().size().compareTo(LARGE_FIELD) <= 0 && rate.value().compareTo(WIDE_FROM) >= 0;
    return wide
        ? new JohnsonGap(rate, Unit.RATE, WIDE, WIDE_SQUARE)
        : new JohnsonGap(rate, Unit.ROOT_OF_RATE, NARROW, NARROW_SQUARE);
  }

  /**
   * {@return what decides which default gap a code has; none where its gap is pinned}
   *
   * @param code the code
   */
  public static List<Condition> choice(Code code) {
    if (code.gap().isPresent()) {
      return List.of();
    }
    Condition byField =
        new Condition("F and 2^150", new Elements(code.field()), Formula.constant(LARGE_FIELD));
    Condition byRate =
        new Condition(
            "ρ/20 and √ρ/100",
            new JohnsonGap(code.rate(), Unit.RATE, WIDE, WIDE_SQUARE),
            new JohnsonGap(code.rate(), Unit.ROOT_OF_RATE, NARROW, NARROW_SQUARE));
    boolean isLarge = code.field().size().compareTo(LARGE_FIELD) > 0;
    return isLarge ? List.of(byField) : List.of(byField, byRate);
  }

  /** F. */
  private record Elements(Field field) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.named("F", field.size());
    }
  }

  /**
   * {@return the least decimal η of 14 digits with ⌈√ρ/(2η)⌉ = m, if there is one: √ρ/(2m), rounded
   * up}
   *
   * @param rate ρ
   * @param m the multiplicity, ≥ 1
   */
  public static Rational reaching(Rate rate, long m) {
    Rational square = rate.value().over(Rational.of(2).times(Rational.of(m)).pow(2));
    return Rational.of(square.times(UNITS.pow(2)).ceilSqrt()).over(UNITS);
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
   * The agreement that this gap leaves.
   *
   * @param <T> the representation of reals
   * @param x the source of constants
   * @return 1 − δ = √ρ + η
   */
  public <T extends Real<T>> T agreement(Numbers<T> x) {
    return rate.sqrt(x).plus(evaluate(x));
  }

  /**
   * {@return the multiplicity m = ⌈√ρ/(2η)⌉ that reaches the radius at this gap: the least with m²
   * ≥ (√ρ/(2η))², which is rational}
   */
  public long multiplicity() {
    Rational reached =
        switch (unit) {
          case ONE -> square.times(rate.value());
          case RATE -> square.over(rate.value());
          case ROOT_OF_RATE -> square;
        };
    return reached.ceilSqrt().longValueExact();
  }
}
