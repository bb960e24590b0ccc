package org.soundcalc.math;

/**
 * Where a condition that holds up to some value, and for none above it, ends: bisection that looks
 * first where a straight line through what was seen says, for conditions that are dear to test.
 */
public final class GuidedBisection {
  /** Every so often the middle is taken, which halves what is left whatever the line says. */
  private static final int MIDDLE = 3;

  /**
   * How far from the hint the end is looked for at first, and by which factor farther each time.
   */
  private static final int FARTHER = 8;

  /** Steps that long end at the smallest or the largest value anyway. */
  private static final double FARTHEST = 0x1p60;

  private GuidedBisection() {}

  /** A condition, which holds up to some value. */
  public interface Condition {
    /**
     * Tests a value.
     *
     * @param value between the smallest and the largest there is
     * @return about by how much it holds, negative exactly where it does not: it falls as values
     *     grow
     */
    double excess(long value);
  }

  /** A value, and by how much the condition holds there; NaN where that is not known. */
  private record Point(long value, double excess) {}

  /**
   * The last value for which a condition holds.
   *
   * @param least the smallest value there is
   * @param most the largest, ≥ {@code least}
   * @param hint between them, where to look first
   * @param near how far from there the end may be expected, ≥ 1
   * @param condition decides; by how much it holds only says where to look next
   * @return {@code least} − 1 if it holds for none
   */
  public static long last(long least, long most, long hint, long near, Condition condition) {
    Point low = new Point(least - 1, Double.NaN);
    Point high = new Point(most + 1, Double.NaN);
    Point before = low;
    long step = near;
    for (int tries = 1; high.value - low.value > 1; tries++) {
      long guess = hint;
      if (!Double.isNaN(low.excess) && !Double.isNaN(high.excess)) {
        guess = between(low, high, tries);
      } else if (tries > 1) {
        boolean isLow = Double.isNaN(high.excess);
        Point last = isLow ? low : high;
        long distance = tries % MIDDLE == 1 ? step : beyond(before, last, step);
        guess = isLow ? low.value + distance : high.value - distance;
        step *= FARTHER;
        before = last;
      }
      long value = Math.max(low.value + 1, Math.min(high.value - 1, guess));
      Point point = new Point(value, condition.excess(value));
      // what stays counts half: a line that ends there would meet zero too far from it (Illinois)
      if (point.excess < 0) {
        high = point;
        low = new Point(low.value, low.excess / 2);
      } else {
        low = point;
        high = new Point(high.value, high.excess / 2);
      }
    }
    return low.value;
  }

  /** How far from the last of two points their line meets zero; a step if it does not. */
  private static long beyond(Point before, Point last, long step) {
    double slope = (before.excess - last.excess) / (last.value - before.value);
    return slope > 0 ? 1 + (long) Math.min(Math.abs(last.excess) / slope, FARTHEST) : step;
  }

  private static long between(Point low, Point high, int tries) {
    long middle = low.value + (high.value - low.value) / 2;
    double share = low.excess / (low.excess - high.excess);
    return tries % MIDDLE == 0 || !(share >= 0 && share <= 1)
        ? middle
        : low.value + Math.round(share * (high.value - low.value));
  }
}
