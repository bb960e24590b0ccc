package org.soundcalc.search;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.soundcalc.math.Certified;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Term;

/**
 * The least increment of a lever that makes a circuit's errors small enough under a regime.
 *
 * <p>More of a lever is not always better: queries stand in the second summand of WHIR's and STIR's
 * shift errors. But every error is convex in it, so that the increments which suffice form an
 * interval, and up to where it begins (or, if there is none, to where the largest error stops
 * falling) nothing is missed by doubling and bisection.
 */
final class LeverSearch {
  /** In bits; less is no difference. */
  private static final double VISIBLE = 0x1p-30;

  private final RaisableKey<?> lever;
  private final Prepared start;
  private final Goal goal;
  private final Map<Long, Optional<Prepared>> trials = new HashMap<>();
  private final IdentityHashMap<Term, Double> logs = new IdentityHashMap<>();

  /**
   * A search.
   *
   * @param start the circuit
   * @param goal what to reach; once its budget is spent, no increment suffices
   */
  LeverSearch(RaisableKey<?> lever, Prepared start, Goal goal) {
    this.lever = lever;
    this.start = start;
    this.goal = goal;
  }

  /** The least increment that suffices; nothing where none does. */
  OptionalLong least() {
    if (isFlat(0)) {
      return OptionalLong.empty();
    }
    long below = 0;
    long end = Math.min(1, lever.room());
    while (!reached(end)) {
      if (isFlat(end)) {
        return OptionalLong.empty();
      }
      below = end;
      end = end > lever.room() / 2 ? lever.room() : 2 * end;
    }
    while (end - below > 1) {
      long middle = below + (end - below) / 2;
      if (reached(middle)) {
        end = middle;
      } else {
        below = middle;
      }
    }
    return suffices(end) ? OptionalLong.of(end) : OptionalLong.empty();
  }

  /** Whether nothing is gained from here on: the largest error is another lever's, or none's. */
  private boolean isFlat(long increment) {
    return increment == lever.room()
        || change(increment).stream().anyMatch(by -> Math.abs(by) < VISIBLE);
  }

  /** Whether the least increment that suffices, if there is one, is not above this one. */
  private boolean reached(long increment) {
    return suffices(increment) || (increment < lever.room() && rises(increment));
  }

  /** Whether an increment suffices. */
  boolean suffices(long increment) {
    return trial(increment).filter(goal::isMet).isPresent();
  }

  /** Whether the next step only makes it worse, or cannot be taken. */
  private boolean rises(long increment) {
    OptionalDouble by = change(increment);
    return by.isEmpty() || by.getAsDouble() > VISIBLE;
  }

  /** What the next step adds to log2 of the largest error; nothing where it cannot be taken. */
  private OptionalDouble change(long increment) {
    OptionalDouble here = largest(increment);
    OptionalDouble next = largest(increment + 1);
    return here.isPresent() && next.isPresent()
        ? OptionalDouble.of(next.getAsDouble() - here.getAsDouble())
        : OptionalDouble.empty();
  }

  /** About log2 of the largest error, which is among those of the least bits. */
  private OptionalDouble largest(long increment) {
    return trial(increment).stream()
        .flatMap(prepared -> prepared.weakest(goal.regime()).stream())
        .mapToDouble(
            term -> logs.computeIfAbsent(term, some -> Certified.approximateLog2(some.error())))
        .max();
  }

  /** The circuit after an increment; nothing where there is none then, or it has no terms. */
  private Optional<Prepared> trial(long increment) {
    return trials.computeIfAbsent(increment, this::raised);
  }

  private Optional<Prepared> raised(long increment) {
    if (increment > 0 && !goal.budget().allows()) {
      return Optional.empty();
    }
    try {
      Prepared raised = increment == 0 ? start : lever.raise(start, increment);
      goal.budget().count(raised.work() - start.work());
      return Optional.of(raised).filter(prepared -> prepared.bits(goal.regime()).isPresent());
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }
}
