package org.soundcalc.math;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

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

  private final Condition condition;
  private Point low;
  private Point high;

  private GuidedBisection(long least, long most, Condition condition) {
    this.condition = condition;
    this.low = new Point(least - 1, Double.NaN);
    this.high = new Point(most + 1, Double.NaN);
  }

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
    return last(least, most, hint, near, new TreeSet<>(), condition);
  }

  /**
   * The same, where the condition costs little to test at some values: those are found first
   * between which it ends.
   *
   * @param least the smallest value there is
   * @param most the largest, ≥ {@code least}
   * @param hint between them, where to look first
   * @param near how far from there the end may be expected, ≥ 1
   * @param cheap where the condition costs little, whatever they are
   * @param condition decides; by how much it holds only says where to look next
   * @return {@code least} − 1 if it holds for none
   */
  public static long last(
      long least, long most, long hint, long near, NavigableSet<Long> cheap, Condition condition) {
    GuidedBisection bisection = new GuidedBisection(least, most, condition);
    bisection.narrow(hint, new ArrayList<>(cheap.subSet(least, true, most, true)));
    return bisection.last(hint, near);
  }

  /** Tests the condition; what it is then known to hold up to is at least or at most there. */
  private boolean holds(long value) {
    Point point = new Point(value, condition.excess(value));
    boolean holds = !(point.excess < 0);
    if (holds) {
      low = point;
    } else {
      high = point;
    }
    return holds;
  }

  /** Finds between which of some values in their order the condition ends, from a hint on. */
  private void narrow(long hint, List<Long> values) {
    if (!values.isEmpty()) {
      int place = Collections.binarySearch(values, hint);
      int first = place >= 0 ? place : Math.max(0, -place - 2); // the one before
      MonotoneBisection.last(0, values.size() - 1L, first, index -> holds(values.get((int) index)));
    }
  }

  private long last(long hint, long near) {
    Point before = low;
    long step = near;
    boolean wasLow = false;
    boolean wasHigh = false;
    for (int tries = 1; high.value - low.value > 1; tries++) {
      long guess = hint;
      if (!Double.isNaN(low.excess) && !Double.isNaN(high.excess)) {
        guess = between(tries);
      } else if (tries > 1) {
        boolean isLow = Double.isNaN(high.excess);
        Point last = isLow ? low : high;
        long distance = tries % MIDDLE == 1 ? step : beyond(before, last, step);
        guess = isLow ? low.value + distance : high.value - distance;
        step *= FARTHER;
        before = last;
      }
      boolean holds = holds(Math.max(low.value + 1, Math.min(high.value - 1, guess)));
      // what stays twice counts half: a line that ends there meets zero too far from it (Illinois)
      if (holds && wasLow) {
        high = new Point(high.value, high.excess / 2);
      } else if (!holds && wasHigh) {
        low = new Point(low.value, low.excess / 2);
      }
      wasLow = holds;
      wasHigh = !holds;
    }
    return low.value;
  }

  /** How far from the last of two points their line meets zero; a step if it does not. */
  private static long beyond(Point before, Point last, long step) {
    double slope = (before.excess - last.excess) / (last.value - before.value);
    return slope > 0 ? 1 + (long) Math.min(Math.abs(last.excess) / slope, FARTHEST) : step;
  }

  private long between(int tries) {
    long middle = low.value + (high.value - low.value) / 2;
    double share = low.excess / (low.excess - high.excess);
    return tries % MIDDLE == 0 || !(share >= 0 && share <= 1)
        ? middle
        : low.value + Math.round(share * (high.value - low.value));
  }
}
