package org.soundcalc.regimes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Term;

/** What a circuit's largest error is at given multiplicities, the plain way. */
public final class Pinned {
  private Pinned() {}

  /** The largest error at these multiplicities, one for each code; none where they are refused. */
  public static Optional<Formula> largest(Circuit circuit, List<Long> multiplicities) {
    List<CodeBounds> bounds = new ArrayList<>();
    for (int i = 0; i < multiplicities.size(); i++) {
      JohnsonBounds.withMultiplicity(circuit.codes().get(i), multiplicities.get(i))
          .ifPresent(bounds::add);
    }
    return bounds.size() == multiplicities.size()
            && circuit.refusal("test", bounds).isEmpty()
            && circuit.boundsLists(bounds)
        ? Optional.of(largest(circuit.terms(bounds)))
        : Optional.empty();
  }

  /** The largest error under the usual bounds; none where they are refused. */
  public static Optional<Formula> usual(Circuit circuit) {
    return new JohnsonBound(true).assess(circuit) instanceof Assessment.Terms terms
            && circuit.boundsLists(terms.choices().orElseThrow().bounds())
        ? Optional.of(largest(terms.terms()))
        : Optional.empty();
  }

  /** The largest error of some terms, or one that agrees with it to the digits of doubles. */
  public static Formula largest(List<Term> terms) {
    Formula largest = terms.get(0).error();
    for (Term term : terms) {
      largest = Certified.visiblyLarger(term.error(), largest) ? term.error() : largest;
    }
    return largest;
  }
}
