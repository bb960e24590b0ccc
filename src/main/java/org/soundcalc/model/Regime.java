package org.soundcalc.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A choice of the proximity parameter, with what is proven or conjectured there. A plug-in: found
 * through {@link java.util.ServiceLoader}, named nowhere else.
 */
public interface Regime {
  /** As outputs name it, such as {@code JBR}; options take it in any case. */
  String name();

  /** How far its statements are established. */
  Status status();

  /** Whether everything that it states is a theorem. */
  default boolean isProven() {
    return status() == Status.PROVEN;
  }

  /** Why its status is no better; nothing where it is proven. */
  default Optional<Evidence> evidence() {
    return Optional.empty();
  }

  /** How far its proximity parameter reaches. */
  Decoding decoding();

  /** What it assumes, in one line for a reader. */
  String summary();

  /** Where its statements are from. */
  List<Citation> sources();

  /** Where it stands among the regimes: the lower wins a tie and is shown first. */
  int rank();

  /**
   * Whether it is the customary regime of its {@linkplain #decoding() decoding}: the one that
   * circuits mean whose configuration itself fixes the proximity parameter.
   */
  default boolean isCustomary() {
    return false;
  }

  /** Whether it can have figures for circuits of a proof system. */
  default boolean covers(Family family) {
    return family.decodings().contains(decoding())
        && (isCustomary() || !family.fixesProximityParameter());
  }

  /** Its bounds for a code, or why it has none. */
  Choice choose(Code code);

  /** What it says of a circuit. */
  default Assessment assess(Circuit circuit) {
    Optional<String> excluded = circuit.excludes(decoding());
    if (excluded.isPresent()) {
      return new Assessment.Inapplicable(excluded.get());
    }
    if (circuit.codes().isEmpty() && !isCustomary()) {
      return new Assessment.Inapplicable(
          "is not defined for "
              + circuit.id().family()
              + ", whose configuration fixes the proximity parameter");
    }
    List<CodeBounds> bounds = new ArrayList<>();
    for (Code code : circuit.codes()) {
      Choice choice = choose(code);
      if (choice instanceof Choice.Chosen chosen) {
        bounds.add(chosen.bounds());
      } else {
        return (Assessment) choice;
      }
    }
    return circuit
        .refusal(name(), bounds)
        .<Assessment>map(refused -> refused)
        .orElseGet(() -> new Assessment.Terms(circuit.terms(bounds), multiplicities(bounds)));
  }

  private static List<Long> multiplicities(List<CodeBounds> bounds) {
    return bounds.stream().flatMap(b -> b.multiplicity().stream().boxed()).toList();
  }
}
