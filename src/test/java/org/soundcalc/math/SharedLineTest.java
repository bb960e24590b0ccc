package org.soundcalc.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.math.Enclosures.contains;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Slope and offset that are kept enclose what the formula says of every input. */
class SharedLineTest {
  /** (a·k/7 + b)·2^scale/F, which doubles hold for no F that is a multiple of 3. */
  private record Fraction(long a, long b, int scale, long field) implements SharedLine.Line {
    @Override
    public <T extends Real<T>> T at(Numbers<T> x, T k) {
      return x.of(a).times(k).over(x.of(7)).plus(x.of(b)).timesPowerOfTwo(scale).over(x.of(field));
    }

    Rational exactly(long k) {
      return Rational.of(a)
          .times(Rational.of(k, 7))
          .plus(Rational.of(b))
          .times(Rational.powerOfTwo(scale))
          .over(Rational.of(field));
    }
  }

  @Property(tries = 500, seed = "20260101")
  void enclosesEveryValue(
      @ForAll @LongRange(min = 0, max = 1L << 40) long a,
      @ForAll @LongRange(min = 0, max = 1L << 40) long b,
      @ForAll @IntRange(min = -1100, max = 900) int scale,
      @ForAll @LongRange(min = 1, max = 1L << 60) long third,
      @ForAll @LongRange(min = 0, max = 1L << 50) long k,
      @ForAll @LongRange(min = 0, max = 1L << 50) long other) {
    Fraction fraction = new Fraction(a, b, scale, 3 * third);
    SharedLine line = new SharedLine(fraction);
    for (long input : new long[] {k, other, 0, 1}) {
      DoubleInterval enclosure = DoubleNumbers.INSTANCE.at(line, DoubleNumbers.INSTANCE.of(input));
      assertThat(contains(enclosure, fraction.exactly(input))).isTrue();
    }
  }

  /** Other numbers evaluate the formula as it is written: an explanation shows nothing else. */
  @Property(tries = 50, seed = "20260101")
  void isTheFormulaElsewhere(@ForAll @LongRange(min = 1, max = 1L << 20) long k) {
    Fraction fraction = new Fraction(3, 5, -9, 21);
    SharedLine line = new SharedLine(fraction);
    TextNumbers text = new TextNumbers();
    assertThat(text.at(line, text.named("k", k)).symbols().text())
        .isEqualTo("(3 · k / 7 + 5) · 2^-9 / 21");
    assertThat(
            Surd.NUMBERS.at(line, Surd.NUMBERS.of(k)).compare(Surd.NUMBERS.of(fraction.exactly(k))))
        .hasValue(0);
  }
}
