package org.soundcalc.io.optimum;

import java.util.Optional;
import org.soundcalc.search.optimum.Point;
import org.soundcalc.search.optimum.Reason;

/** Why a circuit has too few bits wherever in a space, in a line. */
public final class ReasonBrief {
  private ReasonBrief() {}

  /**
   * {@return the reason in words; nothing where it is not about bits}
   *
   * @param reason any
   */
  public static Optional<String> of(Reason reason) {
    if (reason instanceof Reason.Ceiling ceiling) {
      return Optional.of(of(ceiling));
    }
    return reason instanceof Reason.Conflict conflict
        ? Optional.of(of(conflict))
        : Optional.empty();
  }

  static String of(Reason.Ceiling ceiling) {
    return "%s has at most %d bits".formatted(ceiling.term(), ceiling.bits());
  }

  static String of(Reason.Conflict conflict) {
    Point best = conflict.best();
    boolean isOne = conflict.terms().size() == 1;
    return "each term can have as many, but not all together: %d bits at most, under %s, where %s %s%s"
        .formatted(
            best.bits(),
            best.regime().name(),
            String.join(" and ", conflict.terms()),
            isOne ? "binds" : "bind",
            conflict.against().isEmpty()
                ? ""
                : " against " + String.join(" and ", conflict.against()));
  }
}
