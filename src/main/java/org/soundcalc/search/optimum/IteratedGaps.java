package org.soundcalc.search.optimum;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.math.Rational;
import org.soundcalc.model.design.Proximities;

/**
 * The best layouts where one gap to the Johnson radius stands for all codes. Where proof-of-work
 * counts that is known only at the end, one gap is enough.
 */
final class IteratedGaps {
  private final IteratedSearch search;
  private final IteratedStart start;
  private final Proximities gaps;
  private IteratedSearch.Outcome outcome = IteratedSearch.Outcome.NONE;
  private boolean isOffered;

  /**
   * Gaps.
   *
   * @param gaps numbered from the widest on
   */
  IteratedGaps(IteratedSearch search, IteratedStart start, Proximities gaps) {
    this.search = search;
    this.start = start;
    this.gaps = gaps;
  }

  /** Looks at all of them. */
  IteratedSearch.Outcome search() {
    if (search.findings().isSurvey()) {
      new IteratedSurvey(start, codes(gaps.least(), gaps.least())).note();
    } else if (search.findings().isBound()) {
      search.bound(start, codes(gaps.least(), gaps.most()));
    } else {
      best(gaps.least(), gaps.most()).ifPresent(Interval::look);
    }
    return outcome;
  }

  private IteratedCodes codes(long wide, long narrow) {
    return new IteratedCodes.Pinned(
        start.design(), start.regime(), gap(wide), gap(narrow), start.bounds());
  }

  private Rational gap(long number) {
    return gaps.gap().apply(number).orElseThrow();
  }

  /** An interval that may hold something better than what is known. */
  private Optional<Interval> best(long wide, long narrow) {
    List<IteratedSearch.Way> ways = search.best(start, codes(wide, narrow));
    if (!ways.isEmpty() && outcome == IteratedSearch.Outcome.NONE) {
      outcome = IteratedSearch.Outcome.BEATEN;
    }
    return Optional.of(new Interval(wide, narrow, ways)).filter(Interval::mayBeBetter);
  }

  /** An interval of gaps, with ways that cost no more than what any of its gaps allows. */
  private final class Interval {
    private final long wide;
    private final long narrow;
    private final List<IteratedSearch.Way> ways;

    Interval(long wide, long narrow, List<IteratedSearch.Way> ways) {
      this.wide = wide;
      this.narrow = narrow;
      this.ways = ways;
    }

    boolean mayBeBetter() {
      return ways.stream().anyMatch(way -> !search.findings().beat(way.costs()));
    }

    /** On the first axis. */
    double least() {
      return ways.get(0).costs()[0];
    }

    /** Halves it, and looks first where less may be found. */
    void look() {
      if ((isOffered && start.isLimited()) || !mayBeBetter()) {
        return;
      }
      if (wide == narrow) {
        outcome = search.offer(start.regime(), ways);
        isOffered = true;
        return;
      }
      long middle = wide + (narrow - wide) / 2;
      Stream.of(best(wide, middle), best(middle + 1, narrow))
          .flatMap(Optional::stream)
          .sorted(Comparator.comparingDouble(Interval::least))
          .forEach(Interval::look);
    }
  }
}
