package org.soundcalc.search.optimum;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.soundcalc.math.Rational;
import org.soundcalc.model.design.Proximities;

/**
 * The best layouts where one gap to the Johnson radius stands for all codes.
 *
 * @param gaps numbered from the widest on
 */
record IteratedGaps(IteratedSearch search, IteratedStart start, Proximities gaps) {
  /** Looks at all of them. */
  void look() {
    best(gaps.least(), gaps.most()).ifPresent(Interval::look);
  }

  private IteratedCodes codes(long wide, long narrow) {
    return new IteratedCodes.Pinned(start.design(), start.regime(), gap(wide), gap(narrow));
  }

  private Rational gap(long number) {
    return gaps.gap().apply(number).orElseThrow();
  }

  /** An interval that may hold something better than what is known. */
  private Optional<Interval> best(long wide, long narrow) {
    return search
        .best(start, codes(wide, narrow))
        .map(path -> new Interval(wide, narrow, path))
        .filter(Interval::mayBeBetter);
  }

  /**
   * An interval of gaps.
   *
   * @param path that costs no more than any of its gaps allows
   */
  private final class Interval {
    private final long wide;
    private final long narrow;
    private final IteratedPaths.Path path;

    Interval(long wide, long narrow, IteratedPaths.Path path) {
      this.wide = wide;
      this.narrow = narrow;
      this.path = path;
    }

    boolean mayBeBetter() {
      return search.findings().best().filter(best -> best.cost() <= path.cost()).isEmpty();
    }

    /** Halves it, and looks first where less may be found. */
    void look() {
      if (!mayBeBetter()) {
        return;
      }
      if (wide == narrow) {
        search
            .findings()
            .offer(
                new Finding(
                    start.regime(),
                    path.cost(),
                    () -> new IteratedFinish(start, codes(wide, narrow), path).circuit()));
        return;
      }
      long middle = wide + (narrow - wide) / 2;
      Stream.of(best(wide, middle), best(middle + 1, narrow))
          .flatMap(Optional::stream)
          .sorted(Comparator.comparingDouble(half -> half.path.cost()))
          .forEach(Interval::look);
    }
  }
}
