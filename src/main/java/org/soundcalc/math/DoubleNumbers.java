package org.soundcalc.math;

/** Constants as double intervals. */
final class DoubleNumbers implements Numbers<DoubleInterval> {
  static final DoubleNumbers INSTANCE = new DoubleNumbers();

  private DoubleNumbers() {}

  @Override
  public DoubleInterval of(long value) {
    return DoubleInterval.of(value);
  }

  @Override
  public DoubleInterval of(Rational value) {
    return value.enclosure();
  }

  @Override
  public DoubleInterval share(DoubleInterval part, DoubleInterval whole) {
    return part.shareOf(whole);
  }

  @Override
  public DoubleInterval of(Shared value) {
    return value.enclosure();
  }

  @Override
  public DoubleInterval at(SharedLine line, DoubleInterval k) {
    return line.at(k);
  }

  @Override
  public DoubleInterval e() {
    return DoubleInterval.E;
  }
}
