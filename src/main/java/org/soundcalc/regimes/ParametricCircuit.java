package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Term;

/**
 * A circuit's errors as functions of parameters, one for each of its codes: written down once,
 * evaluated at the values that are set. A parameter is one that the agreement falls with, while
 * list size and combination errors grow: the multiplicity, or the points of disagreement.
 *
 * <p>So an error grows with the parameter of its own code, or stays, and falls with that of the
 * code before, whose queries it takes in, or stays. Only what the last code's queries leave falls
 * with the parameter of its own code.
 */
final class ParametricCircuit {
  private static final double HUNDREDTHS = 100;

  private final List<OpenBounds> codes;
  private final List<List<RoundError>> growing = new ArrayList<>();
  private final List<List<RoundError>> deciding = new ArrayList<>();
  private final List<Formula> largestDeciding = new ArrayList<>();
  private final List<RoundError> falling = new ArrayList<>();
  private final Formula largestFalling = new Largest(falling);
  private final List<List<RoundError>> eased = new ArrayList<>();

  /**
   * One of the errors.
   *
   * @param term which of the circuit's terms it is of, from 0
   * @param formula its value at the parameters that are set
   * @param bits about how many it leaves at the parameters to begin with
   * @param codes the circuit's
   * @param dependsOn of which of them it is a function
   */
  record RoundError(
      int term, Formula formula, double bits, List<OpenBounds> codes, BitSet dependsOn) {
    /** Whether its value is that at certain values, one for each of the codes. */
    boolean isAt(List<Long> values) {
      for (int i = dependsOn.nextSetBit(0); i >= 0; i = dependsOn.nextSetBit(i + 1)) {
        if (codes.get(i).value() != values.get(i)) {
          return false;
        }
      }
      return true;
    }
  }

  private record Largest(List<RoundError> errors) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      T largest = errors.get(0).formula.evaluate(x);
      for (int i = 1; i < errors.size(); i++) {
        largest = largest.max(errors.get(i).formula.evaluate(x));
      }
      return largest;
    }
  }

  /**
   * The errors of a circuit of at least one code.
   *
   * @param bounds of each code, at each value of its parameter
   * @param values to begin with, one for each code
   */
  ParametricCircuit(
      Circuit circuit, List<? extends LongFunction<CodeBounds>> bounds, List<Long> values) {
    codes = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      codes.add(new OpenBounds(bounds.get(i), values.get(i)));
      growing.add(new ArrayList<>());
      deciding.add(new ArrayList<>());
      largestDeciding.add(new Largest(deciding.get(i)));
      eased.add(new ArrayList<>());
    }
    List<Term> terms = circuit.terms(List.<CodeBounds>copyOf(codes));
    for (int i = 0; i < terms.size(); i++) {
      add(i, terms.get(i));
    }
    for (int i = 0; i < codes.size(); i++) {
      decide(i, true);
      decide(i, false);
    }
  }

  /** The largest to begin with decides, of those that its own code's parameter moves, or not. */
  private void decide(int code, boolean moves) {
    RoundError largest = null;
    for (RoundError error : growing.get(code)) {
      if (error.dependsOn.get(code) == moves && (largest == null || error.bits < largest.bits)) {
        largest = error;
      }
    }
    if (largest != null) {
      deciding.get(code).add(largest);
    }
  }

  /** Evaluates the error of a term, to see what it asks of which code. */
  private void add(int index, Term term) {
    codes.forEach(OpenBounds::forget);
    double bits = bits(term.error());
    BitSet dependsOn = new BitSet();
    for (int i = 0; i < codes.size(); i++) {
      dependsOn.set(i, codes.get(i).wasAsked());
    }
    Formula formula = dependsOn.isEmpty() ? new Shared(term.error()) : term.error();
    RoundError error = new RoundError(index, formula, bits, codes, dependsOn);
    int own = term.code();
    boolean falls = own == codes.size() - 1 && codes.get(own).wasAskedForAgreementOnly();
    (falls ? falling : growing.get(own)).add(error);
    for (int i = 0; i < (falls ? own + 1 : own); i++) {
      if (dependsOn.get(i)) {
        eased.get(i).add(error);
      }
    }
  }

  /** Sets the parameter of a code. */
  void set(int code, long value) {
    codes.get(code).set(value);
  }

  /** Sets all parameters. */
  void setAll(List<Long> values) {
    for (int i = 0; i < values.size(); i++) {
      set(i, values.get(i));
    }
  }

  /**
   * About how many bits the errors of a code leave that grow with its parameter and decide: the
   * largest to begin with, and those that have joined them.
   */
  double decidingBits(int code) {
    return deciding.get(code).isEmpty()
        ? Double.POSITIVE_INFINITY
        : bits(largestDeciding.get(code));
  }

  /** Has the error of a term decide; false where it does already, or falls. */
  boolean join(int term) {
    for (int i = 0; i < codes.size(); i++) {
      for (RoundError error : growing.get(i)) {
        if (error.term == term) {
          // by its term: to compare records, Java makes code at run time
          boolean isNew = deciding.get(i).stream().noneMatch(d -> d.term == error.term);
          return isNew && deciding.get(i).add(error);
        }
      }
    }
    return false;
  }

  /** About how many bits the errors leave that fall with the last parameter. */
  double fallingBits() {
    return falling.isEmpty() ? Double.POSITIVE_INFINITY : bits(largestFalling);
  }

  private static double bits(Formula error) {
    return -Certified.approximateLog2(error);
  }

  /** Whether the errors of a code that grow with its parameter are all smaller than a limit. */
  boolean growingAreBelow(int code, Candidate limit) {
    return all(deciding.get(code), limit, -1) && all(growing.get(code), limit, -1);
  }

  /** Whether the errors that fall with the last parameter are all smaller than a limit. */
  boolean fallingAreBelow(Candidate limit) {
    return all(falling, limit, -1);
  }

  /** Whether no error that falls with the parameter of a code is larger than a limit. */
  boolean easedAreWithin(int code, Candidate limit) {
    return all(eased.get(code), limit, 0);
  }

  /** The same as of one error that grows, of all that fall with the last parameter. */
  double fallingExcess(long hundredths) {
    return excess(falling, hundredths);
  }

  /** How many errors of a code grow with its parameter. */
  int growing(int code) {
    return growing.get(code).size();
  }

  /** Which error of a code that grows leaves about the fewest bits, from 0. */
  int leastGrowing(int code) {
    List<RoundError> errors = growing.get(code);
    int index = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < errors.size(); i++) {
      double bits = bits(errors.get(i).formula);
      index = bits < least ? i : index;
      least = Math.min(least, bits);
    }
    return index;
  }

  /**
   * About how many more bits one error of a code leaves that grows, from 0, than a target; negative
   * exactly where it does not leave the target. What no parameter moves counts for nothing.
   *
   * @param hundredths the target
   */
  double growingExcess(int code, int index, long hundredths) {
    return excess(growing.get(code).subList(index, index + 1), hundredths);
  }

  private static double excess(List<RoundError> errors, long hundredths) {
    double least = Double.MAX_VALUE;
    for (RoundError error : errors) {
      if (!error.dependsOn.isEmpty()) {
        Formula once = new Shared(error.formula);
        double excess = bits(once) - hundredths / HUNDREDTHS;
        if (!Certified.leaves(once, hundredths)) {
          return Math.min(excess, -Double.MIN_VALUE);
        }
        least = Math.min(least, Math.max(excess, 0));
      }
    }
    return least;
  }

  /** How many hundredths of bits the errors leave that fall with the last parameter, if any do. */
  OptionalLong fallingHundredths() {
    return falling.stream().mapToLong(error -> Certified.hundredthBits(error.formula)).min();
  }

  private static boolean all(List<RoundError> errors, Candidate limit, int most) {
    for (RoundError error : errors) {
      if (limit.order(error) > most) {
        return false;
      }
    }
    return true;
  }
}
