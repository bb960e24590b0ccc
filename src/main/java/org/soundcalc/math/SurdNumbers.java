package org.soundcalc.math;

/** Constants as exact numbers; what is not of their form is refused. */
final class SurdNumbers implements Numbers<Surd> {
  static final SurdNumbers INSTANCE = new SurdNumbers();

  private SurdNumbers() {}

  @Override
  public Surd of(Rational value) {
    return Surd.of(value);
  }

  @Override
  public Surd e() {
    throw new UndecidedException("e");
  }
}
