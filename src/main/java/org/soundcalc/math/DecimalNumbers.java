package org.soundcalc.math;

/** Constants as decimal intervals of a fixed number of digits. */
record DecimalNumbers(int digits) implements Numbers<DecimalInterval> {
  @Override
  public DecimalInterval of(long value) {
    return of(Rational.of(value));
  }

  @Override
  public DecimalInterval of(Rational value) {
    return DecimalInterval.enclosing(value, digits);
  }

  @Override
  public DecimalInterval e() {
    return DecimalInterval.enclosingE(digits);
  }
}
