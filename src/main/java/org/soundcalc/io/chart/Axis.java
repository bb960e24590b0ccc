package org.soundcalc.io.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis: what it measures, from where to where, and where it has ticks.
 *
 * @param label what it measures, with the unit
 * @param least its start
 * @param most its end, above the start
 * @param ticks from the start to the end
 */
public record Axis(String label, double least, double most, List<Tick> ticks) {
  private static final int TICKS = 7;

  /** Below this width, multiples would not be told apart by their labels. */
  private static final double LEAST_OCTAVES = 0.5;

  private static final double HUNDREDTH = 0.01;

  /** Of all names together, those that are cut as they are shown. */
  private static final int CHARACTERS = 80;

  /** The longest label of a tick. */
  static final int LONGEST = 10;

  /**
   * A place with a label.
   *
   * @param at the place
   * @param label beside it
   */
  public record Tick(double at, String label) {}

  /**
   * {@return an axis of numbers, from one round number to another}
   *
   * @param label what it measures
   * @param least a number that it has
   * @param most another one, not below it
   */
  public static Axis numbers(String label, double least, double most) {
    double step = step(Math.max(most - least, Math.max(Math.abs(most), 1) * 1e-6) / TICKS);
    double start = Math.floor(least / step) * step;
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i == 0 || ticks.get(i - 1).at() < most; i++) {
      double at = start + i * step;
      ticks.add(new Tick(at, text(at, step)));
    }
    ticks = ticks.size() > 1 ? ticks : List.of(ticks.get(0), new Tick(start + step, ""));
    return new Axis(label, start, ticks.get(ticks.size() - 1).at(), ticks);
  }

  /**
   * {@return an axis of multiples, each step of which is as many times as much}
   *
   * @param label what it measures
   * @param least log2 of a multiple that it has
   * @param most log2 of another one, not below it
   */
  public static Axis multiples(String label, double least, double most) {
    Axis logs = numbers(label, least, Math.max(most, least + LEAST_OCTAVES));
    List<Tick> ticks = new ArrayList<>();
    logs.ticks.forEach(
        tick -> ticks.add(new Tick(tick.at(), "x" + text(Math.pow(2, tick.at()), HUNDREDTH))));
    return new Axis(label, logs.least, logs.most, ticks);
  }

  /**
   * {@return an axis of sizes, each step of which is twice as much}
   *
   * @param label what it measures
   * @param least log2 of a size that it has
   * @param most log2 of another one, not below it
   */
  public static Axis doublings(String label, double least, double most) {
    List<Tick> ticks = new ArrayList<>();
    int first = (int) Math.floor(least);
    int last = Math.max(first + 1, (int) Math.ceil(most));
    int each = 1 + (last - first) / (2 * TICKS);
    for (int at = first; at <= last; at += each) {
      ticks.add(new Tick(at, text(Math.pow(2, at), at < 0 ? HUNDREDTH : 1)));
    }
    return new Axis(label, first, last, ticks);
  }

  /** The least of 1, 2 and 5 times a power of ten that is not below a width. */
  private static double step(double width) {
    double power = Math.pow(10, Math.floor(Math.log10(width)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= width * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private static String text(double at, double step) {
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    BigDecimal rounded = BigDecimal.valueOf(at).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /**
   * {@return an axis of names, one beside the other, at 0, 1 and so on}
   *
   * @param label what they are of
   * @param names at least one; of many, only some are shown
   */
  public static Axis names(String label, List<String> names) {
    int longest = names.stream().mapToInt(name -> Math.min(name.length(), LONGEST)).max().orElse(1);
    int most = Math.max(1, CHARACTERS / (longest + 2));
    int each = (names.size() + most - 1) / most;
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < names.size(); i += each) {
      ticks.add(new Tick(i, names.get(i)));
    }
    return new Axis(label, 0, Math.max(1, names.size() - 1), ticks);
  }

  /** Where a value is between two ends of the drawing. */
  double place(double value, double from, double to) {
    return from + (value - least) / (most - least) * (to - from);
  }
}
