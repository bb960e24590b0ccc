package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;

/** What a search has found so far. Mutable, for one thread. */
final class Findings {
  private final Meter meter;
  private final Map<String, Long> mostBits = new LinkedHashMap<>();
  private final List<Problem> refusals = new ArrayList<>();
  private final Kind kind;
  private final double[] most;
  private final List<Finding> best = new ArrayList<>();
  private boolean mayMiss;
  private Optional<Cut> cut = Optional.empty();
  private double bound = Double.POSITIVE_INFINITY;

  /** What is looked for. */
  enum Kind {
    /** The configuration that costs least on the first axis. */
    LEAST,
    /** All that no other one beats on every axis. */
    FRONT,
    /** What is below the cost of all of them on the first axis. */
    BOUND,
    /** The most bits of each term, whatever the others have then. */
    SURVEY
  }

  /**
   * None yet.
   *
   * @param most what a configuration may cost on each axis
   */
  Findings(Kind kind, double[] most) {
    this(kind, most, Deadline.none());
  }

  /**
   * None yet.
   *
   * @param most what a configuration may cost on each axis
   * @param deadline when the search has to end
   */
  Findings(Kind kind, double[] most, Deadline deadline) {
    this.meter = new Meter(deadline);
    this.kind = kind;
    this.most = most.clone();
  }

  boolean isSurvey() {
    return kind == Kind.SURVEY;
  }

  Meter meter() {
    return meter;
  }

  /** What a configuration must not cost more than to be of interest. */
  double[] limits() {
    double[] limits = most.clone();
    if (kind == Kind.LEAST && !best.isEmpty()) {
      limits[0] = best.get(0).costs()[0];
    }
    return limits;
  }

  /** Whether one was found. */
  boolean areKnown() {
    return !best.isEmpty();
  }

  /** Whether all that no other one beats are wanted. */
  boolean isFront() {
    return kind == Kind.FRONT;
  }

  /** Whether something is known that is as good as what costs so much. */
  boolean beat(double[] costs) {
    for (Finding some : best) {
      boolean isBeaten =
          kind == Kind.LEAST ? some.costs()[0] <= costs[0] : FoldPaths.within(some.costs(), costs);
      if (isBeaten) {
        return true;
      }
    }
    return false;
  }

  /**
   * Of those that cost the same the first stays.
   *
   * @return whether it is within the limits
   */
  boolean offer(Finding finding) {
    boolean isWithin = FoldPaths.within(finding.costs(), most);
    if (isWithin && !beat(finding.costs())) {
      best.removeIf(b -> kind == Kind.LEAST || FoldPaths.within(finding.costs(), b.costs()));
      best.add(finding);
    }
    return isWithin;
  }

  /** One, or those of a front. */
  List<Finding> best() {
    return List.copyOf(best);
  }

  /** From now on something better may have been missed. */
  void miss() {
    mayMiss = true;
  }

  /** It ended before all was searched. */
  void cut(Cut why) {
    cut = Optional.of(why);
    miss();
  }

  Optional<Cut> cut() {
    return cut;
  }

  boolean isBound() {
    return kind == Kind.BOUND;
  }

  /** No configuration of some costs less than this on the first axis. */
  void bound(double least) {
    bound = Math.min(bound, least);
  }

  /** Infinite where there is no configuration. */
  double bound() {
    return bound;
  }

  boolean areOptimal() {
    return !mayMiss;
  }

  /** A term has so many bits at the best end of every lever. */
  void note(String term, long bits) {
    mostBits.merge(term, bits, Math::max);
  }

  /** The most bits of each term, in the order of the protocol. */
  Map<String, Long> mostBits() {
    return mostBits;
  }

  /** Some values contradict each other. */
  void refuse(InvalidConfiguration contradiction) {
    refusals.addAll(contradiction.problems());
  }

  List<Problem> refusals() {
    return refusals;
  }
}
