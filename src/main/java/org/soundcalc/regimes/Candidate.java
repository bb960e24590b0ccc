package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Term;

/**
 * A circuit at chosen multiplicities, one for each of its codes; the smaller its largest error, the
 * better.
 *
 * <p>{@link Certified#order} is enough to compare errors: which of two that agree to 160 digits is
 * taken for the larger changes no figure, each of which is certified once the multiplicities are
 * chosen.
 */
final class Candidate {
  private final Circuit circuit;
  private final List<Long> multiplicities;
  private final List<Term> terms;

  /** The terms of the largest error: more than one where they agree. */
  private final BitSet largest = new BitSet();

  private final Shared largestError;

  /**
   * A circuit at multiplicities that leave each code a proximity parameter.
   *
   * @param circuit of at least one code
   * @param multiplicities one for each code
   */
  Candidate(Circuit circuit, List<Long> multiplicities) {
    this.circuit = circuit;
    this.multiplicities = List.copyOf(multiplicities);
    this.terms = circuit.terms(bounds(circuit, multiplicities));
    Shared error = new Shared(terms.get(0).error());
    largest.set(0);
    for (int i = 1; i < terms.size(); i++) {
      int order = Certified.order(terms.get(i).error(), error);
      if (order > 0) {
        largest.clear();
        error = new Shared(terms.get(i).error());
      }
      largest.set(i, order >= 0);
    }
    this.largestError = error;
  }

  /** The bounds of a circuit's codes at multiplicities that leave each a proximity parameter. */
  static List<CodeBounds> bounds(Circuit circuit, List<Long> multiplicities) {
    List<CodeBounds> bounds = new ArrayList<>(multiplicities.size());
    for (int i = 0; i < multiplicities.size(); i++) {
      Code code = circuit.codes().get(i);
      bounds.add(JohnsonBounds.withMultiplicity(code, multiplicities.get(i)).orElseThrow());
    }
    return List.copyOf(bounds);
  }

  /** One for each of the circuit's codes. */
  List<Long> multiplicities() {
    return multiplicities;
  }

  /** Which of the circuit's terms has the largest error, from 0. */
  int largest() {
    return largest.nextSetBit(0);
  }

  /** What a regime that chooses these multiplicities says of the circuit. */
  Assessment.Terms assessment() {
    return new Assessment.Terms(terms, multiplicities)
        .granted(() -> circuit.conditions(bounds(circuit, multiplicities)));
  }

  /** Whether the largest error is smaller than another's. */
  boolean isBetterThan(Candidate other) {
    return Certified.order(largestError, other.largestError) < 0;
  }

  /** Whether the largest error is larger than all of some terms'. */
  boolean isWorseThan(List<Term> others) {
    return others.stream().allMatch(term -> Certified.order(term.error(), largestError) < 0);
  }

  /**
   * Compares an error to the largest one here. Those at the same multiplicities have been: digits
   * alone would not see that they are the same.
   *
   * @return a negative number, zero or a positive one as {@code error} is smaller, equal or larger
   */
  int order(ParametricCircuit.RoundError error) {
    if (error.isAt(multiplicities)) {
      return largest.get(error.term()) ? 0 : -1;
    }
    return Certified.order(error.formula(), largestError);
  }
}
