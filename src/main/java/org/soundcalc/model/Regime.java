package org.soundcalc.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.model.design.Proximities;

/**
 * A choice of the proximity parameter, with what is proven or conjectured there. A plug-in: found
 * through {@link java.util.ServiceLoader}, named nowhere else.
 */
public interface Regime {
  /** {@return what it says of itself, always the same} */
  RegimeInfo info();

  /** {@return its name in outputs, such as {@code JBR}} */
  default String name() {
    return info().name();
  }

  /** {@return how far its statements are established} */
  default Status status() {
    return info().status();
  }

  /** {@return whether everything that it states is a theorem} */
  default boolean isProven() {
    return status() == Status.PROVEN;
  }

  /** {@return where it stands among the regimes: the lower is shown first and wins a tie} */
  default int rank() {
    return info().rank();
  }

  /**
   * Whether it can have figures for circuits of a proof system.
   *
   * @param family the proof system
   * @return false where none of its circuits can have any
   */
  default boolean covers(Family family) {
    return family.decodings().contains(info().decoding())
        && (info().isCustomary() || !family.fixesProximityParameter());
  }

  /**
   * Its bounds for a code, where they depend on the code alone.
   *
   * @param code the rate, the field and a pinned gap
   * @return its bounds, or why it has none
   */
  Choice choose(Code code);

  /**
   * The proximity parameters that it can have at a code: for searches, which look for a
   * configuration and not for what a given one proves.
   *
   * @param code the rate, the field and a pinned gap
   * @return none where it has no bounds; the first leaves the gap as it is
   */
  default List<Proximities> proximities(Code code) {
    return choose(code) instanceof Choice.Chosen chosen
        ? List.of(Proximities.only(chosen.bounds(), code.gap()))
        : List.of();
  }

  /**
   * What it says of a circuit: the circuit's errors under what it {@linkplain #choose chooses} for
   * each code. A regime whose choices depend on the whole circuit says otherwise.
   *
   * @param circuit the circuit
   * @return its terms, or why it has none
   */
  default Assessment assess(Circuit circuit) {
    Optional<String> excluded = circuit.excludes(info().decoding());
    if (excluded.isPresent()) {
      return new Assessment.Inapplicable(excluded.get());
    }
    if (circuit.codes().isEmpty() && !info().isCustomary()) {
      return new Assessment.Inapplicable(
          "is not defined for "
              + circuit.id().family()
              + ", whose configuration fixes the proximity parameter");
    }
    List<CodeBounds> bounds = new ArrayList<>();
    List<Long> multiplicities = new ArrayList<>();
    for (Code code : circuit.codes()) {
      Choice choice = choose(code);
      if (choice instanceof Choice.Chosen chosen) {
        bounds.add(chosen.bounds());
        OptionalLong m = chosen.bounds().multiplicity();
        if (m.isPresent()) {
          multiplicities.add(m.getAsLong());
        }
      } else {
        return (Assessment) choice;
      }
    }
    Optional<Assessment.Refused> refusal = circuit.refusal(name(), bounds);
    return refusal.isPresent()
        ? refusal.get()
        : new Assessment.Terms(
            circuit.terms(bounds),
            List.copyOf(multiplicities),
            List.of(),
            Optional.of(new Assessment.Choices(this, List.copyOf(bounds))),
            () -> circuit.conditions(bounds));
  }
}
