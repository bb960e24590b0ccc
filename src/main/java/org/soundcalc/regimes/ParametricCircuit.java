package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Term;

/**
 * A circuit's errors while its multiplicities are still open, one for each of its codes.
 *
 * <p>An error grows with the multiplicity of its code, or stays, and falls with that of the code
 * before, or stays. Only what the last code's queries leave falls with the multiplicity of its own.
 */
final class ParametricCircuit {
  /**
   * Two multiplicities at which an error is looked at to see whether it falls; fit for any rate.
   */
  private static final long FEW = 2;

  private static final long MORE = 4;

  private final Circuit circuit;
  private final List<OpenBounds> bounds;
  private final List<ParametricError> errors = new ArrayList<>();
  private final List<List<ParametricError>> rising = new ArrayList<>();
  private final List<ParametricError> falling = new ArrayList<>();
  private final List<List<ParametricError>> eased = new ArrayList<>();

  /** The errors of a circuit of at least one code. */
  ParametricCircuit(Circuit circuit) {
    this.circuit = circuit;
    bounds = circuit.codes().stream().map(code -> new OpenBounds(code, FEW)).toList();
    for (int i = 0; i < bounds.size(); i++) {
      rising.add(new ArrayList<>());
      eased.add(new ArrayList<>());
    }
    circuit.terms(List.<CodeBounds>copyOf(bounds)).forEach(this::add);
  }

  private void add(Term term) {
    ParametricError error = ParametricError.of(term, bounds);
    errors.add(error);
    int code = term.code();
    boolean falls = code == bounds.size() - 1 && error.falls(bounds.get(code), FEW, MORE);
    (falls ? falling : rising.get(code)).add(error);
    for (int i = 0; i < code + (falls ? 1 : 0); i++) {
      if (error.bounds().contains(bounds.get(i))) {
        eased.get(i).add(error);
      }
    }
  }

  /** Sets a multiplicity, for all that is asked from now on. */
  void set(int code, long m) {
    bounds.get(code).set(m);
  }

  /** Sets all multiplicities. */
  void setAll(List<Long> multiplicities) {
    for (int i = 0; i < multiplicities.size(); i++) {
      set(i, multiplicities.get(i));
    }
  }

  /** The largest error at these multiplicities, which are set. */
  Limit limit(List<Long> multiplicities) {
    setAll(multiplicities);
    return Limit.largest(circuit.terms(Admissible.bounds(circuit, multiplicities)), errors);
  }

  /** About how many bits the errors of a code leave that do not fall with its multiplicity. */
  double risingBits(int code) {
    return bits(rising.get(code));
  }

  /** About how many bits the errors leave that fall with the last multiplicity. */
  double fallingBits() {
    return bits(falling);
  }

  private static double bits(List<ParametricError> errors) {
    double bits = Double.POSITIVE_INFINITY;
    for (ParametricError error : errors) {
      bits = Math.min(bits, error.bits());
    }
    return bits;
  }

  /** Whether all errors of a code pass a test that do not fall with its multiplicity. */
  boolean allRising(int code, Predicate<ParametricError> test) {
    return all(rising.get(code), test);
  }

  /** Whether all errors pass a test that fall with the last multiplicity. */
  boolean allFalling(Predicate<ParametricError> test) {
    return all(falling, test);
  }

  /** Whether all errors pass a test that fall with the multiplicity of a code. */
  boolean allEased(int code, Predicate<ParametricError> test) {
    return all(eased.get(code), test);
  }

  private static boolean all(List<ParametricError> errors, Predicate<ParametricError> test) {
    for (ParametricError error : errors) {
      if (!test.test(error)) {
        return false;
      }
    }
    return true;
  }
}
