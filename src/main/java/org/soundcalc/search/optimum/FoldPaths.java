package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The sequences of folds that no other one beats on every axis of cost, as shortest paths: a node
 * is log2 of the dimension that is left, an edge a fold, and from every node but the first there is
 * a way out, which sends the word that is left.
 *
 * @param logDimension of the first node
 * @param logFactors what edges there are, ascending
 * @param costs of edges
 * @param most what a path may cost on each axis
 * @param meter of the labels that are kept: a path from a node to the end is one
 */
@SuppressWarnings("ArrayRecordComponent") // compared element by element alone
record FoldPaths(
    int logDimension, Collection<Integer> logFactors, Costs costs, double[] most, Meter meter) {
  /** What is added up, on one axis or several. */
  interface Costs {
    /** What a fold costs; infinite where it is forbidden. */
    double[] fold(int logFactor, int logFoldedDimension);

    /** What it costs to end. */
    double[] end(int logDimension);
  }

  /** A sequence of folds and its costs. */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  record Path(List<Integer> logFactors, double[] costs) {}

  /** From a node to the end. */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  private record Rest(double[] costs, int logFactor, Rest after) {
    static final int NO_FOLD = 0;
  }

  /** All that no other one beats: of those that cost the same, the one of fewest folds. */
  List<Path> best() {
    List<List<Rest>> nodes = new ArrayList<>(logDimension + 1);
    long kept = 0;
    for (int node = 0; node <= logDimension; node++) {
      List<Rest> rests = new ArrayList<>();
      if (node < logDimension) {
        add(new Rest(costs.end(node), Rest.NO_FOLD, null), rests);
      }
      for (int factor : logFactors) {
        if (factor <= node) {
          double[] fold = costs.fold(factor, node - factor);
          for (Rest rest : nodes.get(node - factor)) {
            add(new Rest(sum(fold, rest.costs), factor, rest), rests);
            meter.labels(kept + rests.size());
          }
        }
      }
      nodes.add(rests);
      kept += rests.size();
    }
    return nodes.get(logDimension).stream().map(FoldPaths::path).toList();
  }

  private void add(Rest rest, List<Rest> rests) {
    if (!within(rest.costs, most) || rests.stream().anyMatch(r -> within(r.costs, rest.costs))) {
      return;
    }
    rests.removeIf(other -> within(rest.costs, other.costs));
    rests.add(rest);
  }

  /** A sequence with what it costs. */
  static Path path(List<Integer> logFactors, int logDimension, Costs costs) {
    int log = logDimension - logFactors.get(0);
    double[] sum = costs.fold(logFactors.get(0), log);
    for (int factor : logFactors.subList(1, logFactors.size())) {
      log -= factor;
      sum = sum(sum, costs.fold(factor, log));
    }
    return new Path(logFactors, sum(sum, costs.end(log)));
  }

  /** Those of some sequences that no other one beats. */
  static List<Path> best(List<Path> all, double[] most) {
    List<Path> best = new ArrayList<>();
    for (Path path : all) {
      if (within(path.costs, most) && best.stream().noneMatch(b -> within(b.costs, path.costs))) {
        best.removeIf(b -> within(path.costs, b.costs));
        best.add(path);
      }
    }
    return best;
  }

  /** Whether no cost is above its limit. */
  static boolean within(double[] costs, double[] most) {
    for (int i = 0; i < costs.length; i++) {
      if (!(costs[i] <= most[i]) || costs[i] == Double.POSITIVE_INFINITY) {
        return false;
      }
    }
    return true;
  }

  static double[] sum(double[] some, double[] others) {
    double[] sum = some.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += others[i];
    }
    return sum;
  }

  private static Path path(Rest first) {
    List<Integer> factors = new ArrayList<>();
    for (Rest rest = first; rest.logFactor != Rest.NO_FOLD; rest = rest.after) {
      factors.add(rest.logFactor);
    }
    return new Path(List.copyOf(factors), first.costs);
  }
}
