package org.soundcalc.regimes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;
import org.soundcalc.model.design.Proximities;

/**
 * The Johnson bound at the proximity parameters that prove the most of a circuit: those of the
 * decoder's multiplicities, one for each iteration, or else the usual one.
 */
public final class JohnsonBest implements Regime {
  /** For {@link java.util.ServiceLoader}. */
  public JohnsonBest() {}

  private static final RegimeInfo INFO =
      RegimeInfo.proven(
          "JBR-best",
          30,
          Decoding.LIST,
          "Johnson bound 1 - sqrt(rho) minus a gap; multiplicity m chosen for the most bits",
          JohnsonBounds.SOURCES);

  private final JohnsonBound usual = new JohnsonBound(true);

  @Override
  public RegimeInfo info() {
    return INFO;
  }

  /** The usual bounds: which are the best depends on the circuit, not on a code alone. */
  @Override
  public Choice choose(Code code) {
    return usual.choose(code);
  }

  /** As the Johnson bound has them, and at every multiplicity. */
  @Override
  public List<Proximities> proximities(Code code) {
    long least = BestMultiplicities.Admissible.least(code);
    Proximities chosen =
        Proximities.chosen(
            least, BestMultiplicities.Admissible.MOST, JohnsonBounds.withMultiplicities(code));
    return Stream.concat(Regime.super.proximities(code).stream(), Stream.of(chosen)).toList();
  }

  /** The best of all admissible multiplicities and of the usual bounds. */
  @Override
  public Assessment assess(Circuit circuit) {
    if (circuit.codes().isEmpty() && circuit.excludes(INFO.decoding()).isEmpty()) {
      return new Assessment.Inapplicable(
          "is not defined for " + circuit.id().family() + ": its configuration fixes m");
    }
    Assessment known = usual.assess(circuit);
    if (known instanceof Assessment.Inapplicable) {
      return known;
    }
    Optional<Assessment.Terms> usable =
        known instanceof Assessment.Terms terms && boundsLists(circuit, terms)
            ? Optional.of(terms)
            : Optional.empty();
    BestMultiplicities.Admissible admissible = BestMultiplicities.Admissible.of(name(), circuit);
    Optional<Assessment> exclusion = admissible.exclusion();
    if (exclusion.isPresent()) {
      return usable.isPresent() ? usable.get() : exclusion.get();
    }
    // Where both prove the same, the multiplicities count.
    Candidate best = BestMultiplicities.of(circuit, admissible);
    boolean usualIsBetter = usable.isPresent() && best.isWorseThan(usable.get().terms());
    return usualIsBetter ? usable.get() : best.assessment();
  }

  private static boolean boundsLists(Circuit circuit, Assessment.Terms terms) {
    return circuit.boundsLists(terms.choices().orElseThrow().bounds());
  }
}
