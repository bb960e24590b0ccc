package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Looks for the multiplicities of the largest minimum of bits, to the digits of doubles: what it
 * finds is close to the best, and for all that is certain, anything.
 *
 * <p>A target v can be reached if it can by taking, from the first code on, the largest
 * multiplicity that keeps the bits of this code at v: a larger one only helps what comes after. The
 * queries leave more or less than v then; where they leave exactly v is the best, and the secant of
 * the two targets around it says where to aim next. Multiplicities are integers, so that all
 * targets of an interval take the same ones: a target that is missed lowers the ceiling to the
 * highest at which any of these decisions turns out otherwise, and floor and ceiling meet soon.
 */
final class MultiplicitySearch {
  /** Every so often the middle is taken, which halves what is left whatever the errors are like. */
  private static final int MIDDLE = 3;

  private final ParametricCircuit circuit;
  private final List<CodeSearch> codes = new ArrayList<>();

  /** The multiplicities of the most bits that were reached. */
  private List<Long> best = List.of();

  private double floor = Double.NEGATIVE_INFINITY;
  private double ceiling = Double.POSITIVE_INFINITY;
  private Shot low = new Shot(Double.NaN, Double.NaN);
  private Shot high = new Shot(Double.NaN, Double.NaN);

  /**
   * The last target that was reached, or missed.
   *
   * @param target v
   * @param excess the bits that the queries leave there, less v; NaN where another error misses it
   */
  private record Shot(double target, double excess) {}

  private MultiplicitySearch(ParametricCircuit circuit, List<Long> least, List<Long> most) {
    this.circuit = circuit;
    for (int i = 0; i < least.size(); i++) {
      codes.add(new CodeSearch(circuit, i, least.get(i), most.get(i)));
    }
  }

  /**
   * About the best multiplicities of a circuit, one for each code.
   *
   * @param least the smallest that is admissible, for each code
   * @param most the largest
   */
  static List<Long> best(ParametricCircuit circuit, List<Long> least, List<Long> most) {
    return new MultiplicitySearch(circuit, least, most).search();
  }

  private List<Long> search() {
    double target = first();
    for (int tries = 1; floor < ceiling; tries++) {
      aim(target);
      target = next(target, tries);
    }
    return best;
  }

  /** What can certainly be reached: with the multiplicities that the codes begin with. */
  private double first() {
    double target = circuit.fallingBits();
    for (int i = 0; i < codes.size(); i++) {
      target = Math.min(target, circuit.decidingBits(i));
    }
    return target;
  }

  private void aim(double target) {
    double reached = Double.POSITIVE_INFINITY;
    double missed = Double.NEGATIVE_INFINITY;
    boolean found = true;
    for (int i = 0; i < codes.size(); i++) {
      CodeSearch code = codes.get(i);
      if (code.find(target) && i + 1 < codes.size()) {
        codes.get(i + 1).forget();
      }
      found &= code.isFound();
      reached = Math.min(reached, code.last.bits);
      missed = Math.max(missed, code.beyond.bits);
    }
    double queries = circuit.fallingBits();
    raiseFloor(Math.min(reached, queries));
    if (floor >= target) {
      low = new Shot(target, queries - target);
    } else {
      ceiling = Math.min(ceiling, found ? Math.max(missed, queries) : missed);
      high = new Shot(target, found ? queries - target : Double.NaN);
    }
  }

  private void raiseFloor(double reached) {
    if (best.isEmpty() || reached > floor) {
      floor = reached;
      best = codes.stream().map(code -> code.last.m).toList();
    }
  }

  private double next(double target, int tries) {
    if (ceiling == Double.POSITIVE_INFINITY) {
      // Beyond what the queries leave there, which is out of reach or the best.
      return Math.max(target + low.excess / (tries == 1 ? 2 : 1), Math.nextUp(floor));
    }
    double secant =
        low.target + (high.target - low.target) * low.excess / (low.excess - high.excess);
    boolean fits = secant > floor && secant < ceiling && tries % MIDDLE != 0;
    double between = fits ? secant : floor + (ceiling - floor) / 2;
    return between > floor ? between : ceiling;
  }

  /** The multiplicity of one code: the bits that its errors leave fall as it grows. */
  private static final class CodeSearch {
    /** A multiplicity from which others are not far. */
    private static final long USUAL = 30;

    /**
     * Where errors of combining functions, steep as they are, are the largest for certain: from
     * there one sees how far down to go, while from below, what queries leave may hide them.
     */
    private static final long FAR = 1L << 20;

    /** Where M = m + 1/2 doubles, errors of combining functions lose so many bits. */
    private static final double USUAL_SLOPE = 5;

    /** After so many guesses come halves, which end whatever the errors look like. */
    private static final int GUESSES = 6;

    private final ParametricCircuit circuit;
    private final int code;
    private final long least;
    private final long most;
    private final NavigableMap<Long, Double> known = new TreeMap<>();

    private double slope = USUAL_SLOPE;

    /** What it found: the last multiplicity that leaves the target's bits, or else the least. */
    private Point last;

    /** The next larger one, or {@link #last} where none leaves them: it leaves less. */
    private Point beyond;

    /** A multiplicity and the bits that it leaves; NaN where that is not known. */
    private record Point(long m, double bits) {}

    CodeSearch(ParametricCircuit circuit, int code, long least, long most) {
      this.circuit = circuit;
      this.code = code;
      this.least = least;
      this.most = most;
      this.last = new Point(Math.max(least, Math.min(most, USUAL)), Double.NaN);
      this.beyond = last;
      circuit.set(code, last.m);
    }

    /** What is known of the bits holds no more: the multiplicity of the code before is another. */
    void forget() {
      known.clear();
    }

    /**
     * Looks for the last multiplicity that leaves {@code target} bits, between those that are known
     * to and not to.
     *
     * @return whether it is another than before
     */
    boolean find(double target) {
      long before = last.m;
      Point enough = new Point(least - 1, Double.POSITIVE_INFINITY);
      Point tooMany = new Point(most + 1, Double.NEGATIVE_INFINITY);
      for (Map.Entry<Long, Double> entry : known.entrySet()) {
        Point point = new Point(entry.getKey(), entry.getValue());
        if (point.bits < target) {
          tooMany = point;
          break;
        }
        enough = point;
      }
      for (int guesses = 0; tooMany.m - enough.m > 1; guesses++) {
        long guess = guess(enough, tooMany, target, guesses);
        Point point = look(Math.max(enough.m + 1, Math.min(tooMany.m - 1, guess)));
        if (point.bits >= target) {
          enough = point;
        } else {
          tooMany = point;
        }
      }
      last = enough.m >= least ? enough : tooMany;
      beyond = tooMany;
      circuit.set(code, last.m);
      return last.m != before;
    }

    private Point look(long m) {
      circuit.set(code, m);
      double bits = circuit.decidingBits(code);
      known.put(m, bits);
      return new Point(m, bits);
    }

    private long guess(Point enough, Point tooMany, double target, int guesses) {
      if (guesses > GUESSES) {
        return (long) Math.sqrt((double) Math.max(enough.m, 1) * tooMany.m);
      }
      if (enough.m >= least && tooMany.m <= most) {
        slope = (enough.bits - tooMany.bits) / (log2(tooMany.m) - log2(enough.m));
        return from(enough, target);
      }
      if (enough.m >= least || tooMany.m <= most) {
        return from(enough.m >= least ? enough : tooMany, target);
      }
      return Double.isNaN(last.bits) ? FAR : from(last, target);
    }

    /** Where the bits are down to a target, if they fall from a point on as the slope says. */
    private long from(Point point, double target) {
      return (long) ((point.m + 0.5) * Math.pow(2, (point.bits - target) / slope) - 0.5);
    }

    private static double log2(long m) {
      return Math.log(m + 0.5) / Math.log(2);
    }

    /** Whether the last search found a multiplicity. */
    boolean isFound() {
      return beyond.m > last.m;
    }
  }
}
