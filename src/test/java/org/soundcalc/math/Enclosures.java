package org.soundcalc.math;

import java.math.BigDecimal;

/** Looks into enclosures, with the exactness that they are tested to. */
final class Enclosures {
  private Enclosures() {}

  static Rational lower(DoubleInterval x) {
    return Rational.of(new BigDecimal(x.lo));
  }

  /** The upper bound, which must be finite. */
  static Rational upper(DoubleInterval x) {
    return Rational.of(new BigDecimal(x.hi));
  }

  static Rational lower(DecimalInterval x) {
    return Rational.of(x.lo);
  }

  static Rational upper(DecimalInterval x) {
    return Rational.of(x.hi);
  }

  static boolean contains(DoubleInterval x, Rational value) {
    boolean isOpen = Double.isNaN(x.hi) || x.hi == Double.POSITIVE_INFINITY;
    return value.compareTo(lower(x)) >= 0 && (isOpen || value.compareTo(upper(x)) <= 0);
  }

  static boolean contains(DecimalInterval x, Rational value) {
    return value.compareTo(lower(x)) >= 0 && value.compareTo(upper(x)) <= 0;
  }
}
