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

  /** How far its proximity parameter reaches. */
  Decoding decoding();

  /** What it assumes, in one line for a reader. */
  String summary();

  /** Where its statements are from. */
  List<Source> sources();

  /** Where it stands among the regimes: the lower wins a tie and is shown first. */
  int rank();

  /** Why no bounds exist for a code, where the configuration is to blame. */
  default Optional<Assessment.Refused> refusal(Code code) {
    return Optional.empty();
  }

  /** Why the regime says nothing of a code, where nobody is to blame. */
  default Optional<String> inapplicable(Code code) {
    return Optional.empty();
  }

  /** Its bounds for a code that it neither refuses nor leaves out. */
  CodeBounds bounds(Code code);

  /** What it says of a circuit. */
  default Assessment assess(Circuit circuit) {
    Optional<String> excluded = circuit.excludes(decoding());
    if (excluded.isPresent()) {
      return new Assessment.Inapplicable(excluded.get());
    }
    List<CodeBounds> bounds = new ArrayList<>();
    for (Code code : circuit.codes()) {
      Optional<Assessment.Refused> refused = refusal(code);
      if (refused.isPresent()) {
        return refused.get();
      }
      Optional<String> reason = inapplicable(code);
      if (reason.isPresent()) {
        return new Assessment.Inapplicable(reason.get());
      }
      bounds.add(bounds(code));
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
