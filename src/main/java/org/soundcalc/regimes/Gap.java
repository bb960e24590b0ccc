package org.soundcalc.regimes;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Code;
import org.soundcalc.model.Rate;

/**
 * The distance η of the proximity parameter to the Johnson radius 1 − √ρ.
 *
 * @param rate ρ
 * @param unit what η is a multiple of
 * @param factor that multiple
 */
record Gap(Rate rate, Unit unit, Rational factor) implements Formula {
  /** Up to this many elements, a field pays for a wider gap. */
  private static final Rational LARGE_FIELD = Rational.powerOfTwo(150);

  private static final Rational WIDE = Rational.of(1, 20);
  private static final Rational NARROW = Rational.of(1, 100);

  /** ρ/20 ≥ √ρ/100 from this rate on: both sides squared and divided by ρ. */
  private static final Rational WIDE_FROM = Rational.of(1, 25);

  /** What a gap is a multiple of. */
  enum Unit {
    /** One. */
    ONE,
    /** ρ. */
    RATE,
    /** √ρ. */
    ROOT
  }

  /** The pinned gap of a code, or else √ρ/100, over small fields at least ρ/20. */
  static Gap of(Code code) {
    Rate rate = code.rate();
    if (code.gap().isPresent()) {
      return new Gap(rate, Unit.ONE, code.gap().get());
    }
    boolean wide =
        code.field().size().compareTo(LARGE_FIELD) <= 0 && rate.value().compareTo(WIDE_FROM) >= 0;
    return wide ? new Gap(rate, Unit.RATE, WIDE) : new Gap(rate, Unit.ROOT, NARROW);
  }

  /** η. */
  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    return switch (unit) {
      case ONE -> x.named("gap_to_radius", factor);
      case RATE -> rate.rho(x).times(x.of(factor));
      case ROOT -> rate.sqrt(x).times(x.of(factor));
    };
  }

  /**
   * The multiplicity ⌈√ρ/(2η)⌉ that reaches the radius at this gap: the root of a rational, whose
   * powers of ρ cancel where η = c·√ρ.
   */
  long multiplicity() {
    Rational scale = Rational.powerOfTwo(powerOfRate() * rate.log2Inverse());
    return scale.over(factor.times(factor).times(Rational.of(4))).ceilSqrt().longValueExact();
  }

  /** The power of 1/ρ in (√ρ/(2η))². */
  private int powerOfRate() {
    return switch (unit) {
      case ONE -> -1;
      case RATE -> 1;
      case ROOT -> 0;
    };
  }
}
