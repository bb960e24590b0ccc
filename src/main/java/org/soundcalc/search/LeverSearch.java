package org.soundcalc.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;

/**
 * The least increment of a lever, or of several together, that makes a circuit's errors small
 * enough under a regime.
 *
 * <p>More of a lever is not always better: queries stand in the second summand of WHIR's and STIR's
 * shift errors. But every error is convex in it, so that the increments which suffice form an
 * interval, and up to where it begins (or, if there is none, to where the largest error starts to
 * rise) nothing is missed by doubling and bisection.
 */
final class LeverSearch {
  private final LongFunction<Prepared> raising;
  private final long room;
  private final Regime regime;
  private final Predicate<List<Term>> enough;
  private final Map<Long, Optional<List<Term>>> trials = new HashMap<>();

  /**
   * Where searches begin.
   *
   * @param prepared a circuit
   * @param regime the one under which it is prepared
   */
  record Start(Prepared prepared, Regime regime) {
    Start(Circuit circuit, Regime regime) {
      this(Prepared.of(circuit, List.of(regime)), regime);
    }
  }

  /**
   * A search for one lever.
   *
   * @param enough whether a circuit with these terms will do; smaller errors always do as well
   */
  LeverSearch(RaisableKey<?> lever, Start start, Predicate<List<Term>> enough) {
    this(by -> lever.raise(start.prepared(), by), lever.room(), start.regime(), enough);
  }

  /**
   * A search for whatever is raised by increments.
   *
   * @param raising the circuit after an increment; {@link InvalidConfiguration} where there is none
   * @param room the largest increment, ≥ 0
   * @param regime under which errors count
   * @param enough whether a circuit with these terms will do; smaller errors always do as well
   */
  LeverSearch(
      LongFunction<Prepared> raising, long room, Regime regime, Predicate<List<Term>> enough) {
    this.raising = raising;
    this.room = room;
    this.regime = regime;
    this.enough = enough;
  }

  /** The least increment that suffices; nothing where none does. */
  OptionalLong least() {
    if (isIdle()) {
      return OptionalLong.empty();
    }
    long below = 0;
    long end = Math.min(1, room);
    while (!reached(end)) {
      if (end == room) {
        return OptionalLong.empty();
      }
      below = end;
      end = end > room / 2 ? room : 2 * end;
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

  /** Whether the largest error does not depend on the lever: most levers are of other rounds. */
  private boolean isIdle() {
    Optional<Formula> first = terms(0).map(LeverSearch::largest);
    Optional<Formula> last = terms(room).map(LeverSearch::largest);
    return first.isPresent()
        && last.isPresent()
        && !Certified.visiblyLarger(first.get(), last.get())
        && !Certified.visiblyLarger(last.get(), first.get());
  }

  /** Whether the least increment that suffices, if there is one, is not above this one. */
  private boolean reached(long increment) {
    return suffices(increment) || (increment < room && rises(increment));
  }

  /** Whether an increment suffices. */
  boolean suffices(long increment) {
    return terms(increment).filter(enough).isPresent();
  }

  /** Whether the next step only makes it worse, or cannot be taken. */
  private boolean rises(long increment) {
    Optional<Formula> here = terms(increment).map(LeverSearch::largest);
    Optional<Formula> next = terms(increment + 1).map(LeverSearch::largest);
    return here.isEmpty()
        || next.isEmpty()
        || Certified.visiblyLarger(next.orElseThrow(), here.orElseThrow());
  }

  private static Formula largest(List<Term> terms) {
    Formula largest = terms.get(0).error();
    for (Term term : terms.subList(1, terms.size())) {
      largest = Certified.visiblyLarger(term.error(), largest) ? term.error() : largest;
    }
    return largest;
  }

  /** The terms after an increment; nothing where the circuit has none then. */
  private Optional<List<Term>> terms(long increment) {
    return trials.computeIfAbsent(increment, this::raised).filter(terms -> !terms.isEmpty());
  }

  private Optional<List<Term>> raised(long increment) {
    try {
      return Optional.of(raising.apply(increment).terms(regime));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }
}
