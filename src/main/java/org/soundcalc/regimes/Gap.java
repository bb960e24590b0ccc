package org.soundcalc.regimes;

import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Code;
import org.soundcalc.model.Rate;

/** The distance η of the proximity parameter to the Johnson radius 1 − √ρ, held exactly. */
sealed interface Gap {
  /** Up to this many elements, a field pays for a wider gap. */
  Rational LARGE_FIELD = Rational.powerOfTwo(150);

  /** √ρ/100, the default over large fields. */
  Gap NARROW = RootMultiple.of(Rational.of(1, 100));

  /** ρ/20, the default over smaller fields where it is the wider one. */
  Gap WIDE = RateMultiple.of(Rational.of(1, 20));

  /** ρ/20 ≥ √ρ/100 from this rate on: both sides squared and divided by ρ. */
  Rational WIDE_FROM = Rational.of(1, 25);

  /** η. */
  <T extends Real<T>> T value(Numbers<T> x, Rate rate);

  /** The multiplicity ⌈√ρ/(2η)⌉ that reaches the radius at this gap. */
  long multiplicity(Rate rate);

  /** The pinned gap of a code, or else √ρ/100, over small fields at least ρ/20. */
  static Gap of(Code code) {
    return code.gap()
        .<Gap>map(Fixed::new)
        .orElseGet(
            () ->
                code.field().size().compareTo(LARGE_FIELD) <= 0
                        && code.rate().value().compareTo(WIDE_FROM) >= 0
                    ? WIDE
                    : NARROW);
  }

  /** η is a number of its own. */
  record Fixed(Rational gap) implements Gap {
    @Override
    public <T extends Real<T>> T value(Numbers<T> x, Rate rate) {
      return x.named("gap_to_radius", gap);
    }

    /** The least m with m² ≥ ρ/(4η²). */
    @Override
    public long multiplicity(Rate rate) {
      return rate.value().over(gap.pow(2).times(Rational.of(4))).ceilSqrt().longValueExact();
    }
  }

  /**
   * η = c·ρ.
   *
   * @param factor c
   * @param square 1/(4c²), the m² that rate 1 would take
   */
  record RateMultiple(Rational factor, Rational square) implements Gap {
    static RateMultiple of(Rational factor) {
      return new RateMultiple(factor, Rational.ONE.over(factor.pow(2).times(Rational.of(4))));
    }

    @Override
    public <T extends Real<T>> T value(Numbers<T> x, Rate rate) {
      return x.named("ρ", rate.value()).times(x.of(factor));
    }

    /** The least m with m² ≥ 1/(4c²ρ). */
    @Override
    public long multiplicity(Rate rate) {
      return square.over(rate.value()).ceilSqrt().longValueExact();
    }
  }

  /**
   * η = c·√ρ, of which √ρ/(2η) is free of any root.
   *
   * @param factor c
   * @param multiplicity ⌈1/(2c)⌉
   */
  record RootMultiple(Rational factor, long multiplicity) implements Gap {
    static RootMultiple of(Rational factor) {
      return new RootMultiple(
          factor, Rational.ONE.over(factor.times(Rational.of(2))).ceil().longValueExact());
    }

    @Override
    public <T extends Real<T>> T value(Numbers<T> x, Rate rate) {
      return x.named("ρ", rate.value()).sqrt().times(x.of(factor));
    }

    @Override
    public long multiplicity(Rate rate) {
      return multiplicity;
    }
  }
}
