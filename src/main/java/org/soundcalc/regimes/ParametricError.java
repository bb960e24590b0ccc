package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Term;

/**
 * The error of a circuit's term while multiplicities are still open.
 *
 * @param formula its value at the multiplicities set last
 * @param bounds those that it depends on
 */
record ParametricError(Formula formula, List<OpenBounds> bounds) {
  /**
   * A term's error.
   *
   * @param bounds those of the circuit
   */
  static ParametricError of(Term term, List<OpenBounds> bounds) {
    bounds.forEach(OpenBounds::rest);
    Certified.approximateLog2(term.error());
    return new ParametricError(term.error(), bounds.stream().filter(OpenBounds::wasAsked).toList());
  }

  /** Whether it falls as a code's multiplicity goes from {@code few} to {@code more}. */
  boolean falls(OpenBounds code, long few, long more) {
    code.set(few);
    double before = bits();
    code.set(more);
    return bits() > before;
  }

  /** About how many bits it leaves. */
  double bits() {
    return -Certified.approximateLog2(formula);
  }

  /** The multiplicities that its value is of. */
  List<Long> multiplicities() {
    List<Long> multiplicities = new ArrayList<>(bounds.size());
    bounds.forEach(code -> multiplicities.add(code.m()));
    return multiplicities;
  }
}
