package org.soundcalc.analysis.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.TunableParameter;

/**
 * The least increment of a lever that makes a circuit's errors small enough under a regime.
 *
 * <p>More of a lever is not always better: queries stand in the second summand of WHIR's and STIR's
 * shift errors. But every error is convex in it, so that the increments which suffice form an
 * interval, and up to where it begins (or, if there is none, to where the largest error starts to
 * rise) nothing is missed by doubling and bisection.
 */
final class LeverSearch {
  private final TunableParameter lever;
  private final Regime regime;
  private final Predicate<List<Term>> enough;
  private final Map<Long, Optional<List<Term>>> trials = new HashMap<>();

  /**
   * A search.
   *
   * @param enough whether a circuit with these terms will do; smaller errors always do as well
   */
  LeverSearch(TunableParameter lever, Regime regime, Predicate<List<Term>> enough) {
    this.lever = lever;
    this.regime = regime;
    this.enough = enough;
  }

  /** Whether each term has the bits required. */
  static Predicate<List<Term>> bits(long required) {
    return terms -> terms.stream().allMatch(term -> Certified.bits(term.error()) >= required);
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

  private Optional<List<Term>> terms(long increment) {
    return trials.computeIfAbsent(
        increment,
        by ->
            lever
                .raise(by)
                .map(regime::assess)
                .flatMap(
                    assessment ->
                        assessment instanceof Assessment.Terms terms
                            ? Optional.of(terms.terms())
                            : Optional.empty()));
  }
}
