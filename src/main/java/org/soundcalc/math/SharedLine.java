package org.soundcalc.math;

/**
 * A function slope·k + offset of one input, both coefficients ≥ 0, whose double enclosures are
 * evaluated once and kept: of the rounds of a protocol, most differ in k only. It is written as a
 * reader knows it, and its coefficients are read off: the value at 0, and what it grows by up to 1.
 */
public final class SharedLine {
  private final Line line;

  /** Made at first use; a race makes the same values twice. */
  private Coefficients coefficients;

  /** A function of degree one with coefficients ≥ 0. */
  @FunctionalInterface
  public interface Line {
    /**
     * Evaluates the function.
     *
     * @param <T> the representation of reals
     * @param x the source of constants
     * @param k the input, ≥ 0
     * @return the value, or an enclosure of it
     */
    <T extends Real<T>> T at(Numbers<T> x, T k);
  }

  private record Coefficients(DoubleInterval slope, DoubleInterval offset) {}

  /**
   * Shares the coefficients of a function.
   *
   * @param line of degree one in its input: a square of it would be enclosed wrongly
   */
  public SharedLine(Line line) {
    this.line = line;
  }

  Line line() {
    return line;
  }

  DoubleInterval at(DoubleInterval k) {
    Coefficients known = coefficients;
    if (known == null) {
      DoubleInterval offset = line.at(DoubleNumbers.INSTANCE, DoubleInterval.of(0));
      DoubleInterval atOne = line.at(DoubleNumbers.INSTANCE, DoubleInterval.of(1));
      known = new Coefficients(atOne.minus(offset), offset);
      coefficients = known;
    }
    return known.slope.times(k).plus(known.offset);
  }
}
