package org.soundcalc.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;

/**
 * The least increment of a lever that makes a circuit's errors small enough under a regime.
 *
 * <p>More of a lever is not always better: queries stand in the second summand of WHIR's and STIR's
 * shift errors. But every error is convex in it, so that the increments which suffice form an
 * interval, and up to where it begins (or, if there is none, to where the largest error starts to
 * rise) nothing is missed by doubling and bisection.
 */
final class LeverSearch {
  private final RaisableKey<?> lever;
  private final Start start;
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
   * A search.
   *
   * @param enough whether a circuit with these terms will do; smaller errors always do as well
   */
  LeverSearch(RaisableKey<?> lever, Start start, Predicate<List<Term>> enough) {
    this.lever = lever;
    this.start = start;
    this.enough = enough;
  }

  /** The least increment that suffices; nothing where none does. */
  OptionalLong least() {
    if (isIdle()) {
      return OptionalLong.empty();
    }
    long below = 0;
    long end = Math.min(1, lever.room());
    while (!reached(end)) {
      if (end == lever.room()) {
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

  /** Whether the largest error does not depend on the lever: most levers are of other rounds. */
  private boolean isIdle() {
    Optional<Formula> first = terms(0).map(LeverSearch::largest);
    Optional<Formula> last = terms(lever.room()).map(LeverSearch::largest);
    return first.isPresent()
        && last.isPresent()
        && !Certified.visiblyLarger(first.get(), last.get())
        && !Certified.visiblyLarger(last.get(), first.get());
  }

  /** Whether the least increment that suffices, if there is one, is not above this one. */
  private boolean reached(long increment) {
    return suffices(increment) || (increment < lever.room() && rises(increment));
  }

  private boolean suffices(long increment) {
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
      return Optional.of(lever.raise(start.prepared(), increment).terms(start.regime()));
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }
}
