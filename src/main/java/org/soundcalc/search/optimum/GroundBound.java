package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.design.Iteration;

/**
 * What iterations and all that follows them cost at least, with their proof-of-work, on each axis
 * by itself: as if no sample or step held them back. What is below all of an interval of gaps is
 * below all of an interval in it. Mutable, for one thread; nobody changes the arrays.
 */
final class GroundBound {
  private static final double[] NEVER = {};

  private final IteratedGraph graph;
  private final GroundSteps steps;
  private final Map<Iteration, double[]> from = new HashMap<>();
  private final Map<IteratedGraph.Place, double[]> following = new HashMap<>();

  GroundBound(IteratedGraph graph, GroundSteps steps) {
    this.graph = graph;
    this.steps = steps;
  }

  /** An iteration and all that follows; empty where it cannot be. */
  double[] from(Iteration iteration) {
    double[] least = from.get(iteration);
    if (least == null) {
      least = newFrom(iteration);
      from.put(iteration, least);
    }
    return least;
  }

  private double[] newFrom(Iteration iteration) {
    if (graph.code(iteration).isEmpty()
        || steps.leastWord(iteration)[0] == Double.POSITIVE_INFINITY) {
      return NEVER;
    }
    return steps
        .folds(iteration)
        .map(folds -> FoldPaths.sum(folds.costs(), steps.leastWord(iteration)))
        .map(costs -> FoldPaths.sum(costs, graph.sent(iteration, 0)))
        .map(costs -> FoldPaths.sum(costs, following(iteration)))
        .orElse(NEVER);
  }

  /** All that follows an iteration: infinite where it can neither end nor go on. */
  double[] following(Iteration iteration) {
    IteratedGraph.Place place = graph.after(iteration);
    double[] least = following.get(place);
    if (least == null) {
      least = steps.infinite();
      if (graph.mayEnd(iteration.index())) {
        least = graph.end(iteration).clone();
      }
      for (Iteration next : graph.from(place)) {
        double[] all = from(next);
        if (all.length > 0) {
          GroundSteps.lower(least, all);
        }
      }
      following.put(place, least);
    }
    return least;
  }

  /** Those of intervals that were looked at. Mutable, for one thread. */
  static final class Known {
    /** A bound serves intervals up to so much shorter than its own. */
    private static final double SHORTER = 8;

    private final List<Of> all = new ArrayList<>();

    private record Of(
        IteratedCodes.Pinned codes, Schedules schedules, boolean worst, GroundBound bound) {
      boolean serves(Of other) {
        return worst == other.worst
            && schedules.equals(other.schedules)
            && codes.wide().compareTo(other.codes.wide()) >= 0
            && codes.narrow().compareTo(other.codes.narrow()) <= 0
            && length() <= SHORTER * other.length();
      }

      /** About how many multiplicities it has, in units that rates alone change. */
      double length() {
        double unit = Math.scalb(1.0, codes.design().layout().logInverseRate() / 2 + 1);
        return inverse(codes.narrow()) - inverse(codes.wide()) + unit;
      }

      private static double inverse(Rational gap) {
        return gap.denominator().doubleValue() / gap.numerator().doubleValue();
      }
    }

    /**
     * One that was made for a longer interval, or a new one, where nothing is known yet.
     *
     * @param bound the new one
     */
    GroundBound of(IteratedCodes codes, Schedules schedules, boolean worst, GroundBound bound) {
      if (!(codes instanceof IteratedCodes.Pinned pinned)) {
        return bound;
      }
      Of its = new Of(pinned, schedules, worst, bound);
      Optional<Of> other = all.stream().filter(some -> some.serves(its)).findFirst();
      if (other.isEmpty()) {
        all.add(0, its);
      }
      return other.map(Of::bound).orElse(bound);
    }
  }
}
