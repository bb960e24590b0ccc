package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the multiplicities of the largest minimum of bits, to the digits of doubles: what it
 * finds is close to the best, and for all that is certain, anything.
 *
 * <p>A target can be reached if it can by taking, from the first code on, the largest multiplicity
 * that keeps the errors of this code at the target: a larger one only helps what comes after. A
 * target that is missed lowers the ceiling to the highest one at which any of these decisions turns
 * out otherwise, so that floor and ceiling meet after a few.
 */
final class MultiplicitySearch {
  /** Every so often the middle is taken, which halves what is left whatever the errors are like. */
  private static final int MIDDLE = 3;

  private final ParametricCircuit circuit;
  private final List<SearchedCode> codes = new ArrayList<>();

  private List<Long> best = List.of();
  private double floor = Double.NEGATIVE_INFINITY;
  private double ceiling = Double.POSITIVE_INFINITY;

  /** The last target that was reached, and by how many bits the queries exceeded it. */
  private double low = Double.NaN;

  private double lowExcess = Double.NaN;

  /** The last target that was missed, and by how many bits the queries did, if it was they. */
  private double high = Double.NaN;

  private double highExcess = Double.NaN;

  private MultiplicitySearch(ParametricCircuit circuit, List<Long> least, List<Long> most) {
    this.circuit = circuit;
    for (int i = 0; i < least.size(); i++) {
      codes.add(new SearchedCode(circuit, i, least.get(i), most.get(i)));
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

  /** What can certainly be reached. */
  private double first() {
    double target = circuit.fallingBits();
    for (int i = 0; i < codes.size(); i++) {
      target = Math.min(target, circuit.risingBits(i));
    }
    return target;
  }

  private double next(double target, int tries) {
    if (ceiling == Double.POSITIVE_INFINITY) {
      // Beyond what the queries leave there, which is out of reach or the best.
      return Math.max(target + lowExcess / (tries == 1 ? 2 : 1), Math.nextUp(floor));
    }
    double crossing = low + (high - low) * lowExcess / (lowExcess - highExcess);
    double middle = floor + (ceiling - floor) / 2;
    boolean fits = crossing > floor && crossing < ceiling && tries % MIDDLE != 0;
    double between = fits ? crossing : middle;
    return between > floor ? between : ceiling;
  }

  private void aim(double target) {
    double reached = Double.POSITIVE_INFINITY;
    double missed = Double.NEGATIVE_INFINITY;
    boolean found = true;
    for (int i = 0; i < codes.size(); i++) {
      SearchedCode code = codes.get(i);
      if (code.find(target) && i + 1 < codes.size()) {
        codes.get(i + 1).forget();
      }
      found &= code.isFound();
      reached = Math.min(reached, code.reached());
      missed = Math.max(missed, code.missed());
    }
    double queries = circuit.fallingBits();
    raiseFloor(Math.min(reached, queries));
    if (floor >= target) {
      low = target;
      lowExcess = queries - target;
    } else {
      ceiling = Math.min(ceiling, found ? Math.max(missed, queries) : missed);
      high = target;
      highExcess = found ? queries - target : Double.NaN;
    }
  }

  private void raiseFloor(double reached) {
    if (best.isEmpty() || reached > floor) {
      floor = reached;
      best = codes.stream().map(SearchedCode::multiplicity).toList();
    }
  }
}
