package org.soundcalc.regimes;

import java.util.List;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Real;
import org.soundcalc.math.Shared;
import org.soundcalc.model.Term;

/**
 * The largest error of a circuit at certain multiplicities, to compare its errors at others with.
 *
 * <p>{@link Certified#order} is enough: whether one of two errors that agree to 160 digits is taken
 * for the larger changes no figure, each of which is certified once the multiplicities are chosen.
 */
final class Limit {
  private final Formula kept;
  private final ParametricError open;
  private final List<Long> multiplicities;

  private Limit(Formula error, ParametricError open) {
    this.kept = new Kept(new Shared(error));
    this.open = open;
    this.multiplicities = open.multiplicities();
  }

  /**
   * The largest error of a circuit.
   *
   * @param terms its terms, which are those of the multiplicities that are set
   * @param errors the same, open
   */
  static Limit largest(List<Term> terms, List<ParametricError> errors) {
    int largest = 0;
    for (int i = 1; i < terms.size(); i++) {
      boolean larger = Certified.order(terms.get(i).error(), terms.get(largest).error()) > 0;
      largest = larger ? i : largest;
    }
    return new Limit(terms.get(largest).error(), errors.get(largest));
  }

  /** Whether every term's error is below. */
  boolean isAboveAll(List<Term> terms) {
    return terms.stream().allMatch(term -> Certified.order(term.error(), kept) < 0);
  }

  /** Whether this error is smaller. */
  boolean isBelow(Limit other) {
    return Certified.order(kept, other.kept) < 0;
  }

  /** Whether an error is below, at the multiplicities that are set. */
  boolean isAbove(ParametricError other) {
    return order(other) < 0;
  }

  /** Whether an error is not above, at the multiplicities that are set. */
  boolean allows(ParametricError other) {
    return order(other) <= 0;
  }

  @SuppressWarnings("ReferenceEquality") // a circuit has each of its errors once
  private int order(ParametricError other) {
    boolean isThis = other == open && other.multiplicities().equals(multiplicities);
    return isThis ? 0 : Certified.order(other.formula(), kept);
  }

  private record Kept(Shared value) implements Formula {
    @Override
    public <T extends Real<T>> T evaluate(Numbers<T> x) {
      return x.of(value);
    }
  }
}
