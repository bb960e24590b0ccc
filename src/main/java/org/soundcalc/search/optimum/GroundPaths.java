package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.design.Iteration;

/**
 * The iterations that cost least at one rate under one regime, where proof-of-work counts and each
 * code has one proximity parameter: a shortest path, best first.
 *
 * <p>Each fold has the least proof-of-work then that gives its term its bits, and so have samples
 * and queries of each number: more samples and more queries are of use where they save
 * proof-of-work. What is left to choose are the iterations and these numbers. A label is a way to
 * begin: iterations up to one whose queries are still to be chosen. Of two labels of an iteration
 * one beats the other if it costs no more on any axis.
 */
final class GroundPaths {
  private final IteratedStart start;
  private final IteratedCodes codes;
  private final IteratedGraph graph;
  private final GroundSteps steps;
  private final GroundBound bound;
  private final double[] limits;
  private final Map<Iteration, List<Label>> labels = new HashMap<>();
  private final PriorityQueue<Open> open = new PriorityQueue<>();
  private long made;

  /**
   * Paths.
   *
   * @param codes what the regime says of them, with one number each
   * @param schedules that iterations may follow
   * @param worst whether sizes count in the worst case
   */
  GroundPaths(IteratedStart start, IteratedCodes codes, Schedules schedules, boolean worst) {
    this.start = start;
    this.codes = codes;
    this.graph = new IteratedGraph(start, codes, schedules, worst);
    this.steps = new GroundSteps(start, codes, graph);
    this.bound = start.groundBounds().of(codes, schedules, worst, new GroundBound(graph, steps));
    this.limits = start.search().findings().limits();
  }

  /**
   * The iterations before one.
   *
   * @param label of them
   * @param queries of the last of them
   */
  private record Before(Label label, GroundSteps.Queries queries) {}

  /**
   * Iterations up to one.
   *
   * @param before the iterations before; nothing where there are none
   * @param iteration the last
   * @param folds of it
   * @param samples before it
   * @param costs without its word
   */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  private record Label(
      Optional<Before> before,
      Iteration iteration,
      GroundSteps.Folds folds,
      GroundSteps.Samples samples,
      double[] costs) {}

  /**
   * A label with what follows it at least, or with the last queries.
   *
   * @param costs at least, or of all
   * @param queries of the last iteration; nothing where more follow
   * @param order in which they were made
   */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  private record Open(
      Label label, double[] costs, Optional<GroundSteps.Queries> queries, long order)
      implements Comparable<Open> {
    @Override
    public int compareTo(Open other) {
      int byCost = Double.compare(costs[0], other.costs[0]);
      return byCost != 0 ? byCost : Long.compare(order, other.order);
    }
  }

  /** Leaves a search of all that no other one beats, which are too many. */
  static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyException() {
      super("too many labels", null, false, false);
    }
  }

  /**
   * The path of least cost within the limits, if there is one; or all that no other one beats on
   * every axis.
   *
   * @param all whether all
   * @throws TooManyException if they are too many, which one alone never is
   */
  List<IteratedSearch.Way> best(boolean all) {
    if (!all && start.search().findings().areKnown()) {
      // as much is known already
      limits[0] = Math.nextDown(limits[0]);
    }
    for (Iteration first : graph.from(graph.first())) {
      graph.code(first).filter(code -> mayBegin(first)).ifPresent(code -> begin(first, code));
    }
    List<IteratedSearch.Way> best = new ArrayList<>();
    while (!open.isEmpty() && (all || best.isEmpty())) {
      if (all && start.search().hasTooMany()) {
        throw new TooManyException();
      }
      Open next = open.remove();
      if (isBeaten(next.costs, best) || start.search().findings().beat(next.costs)) {
        continue;
      }
      if (next.queries.isPresent()) {
        GroundSteps.Queries queries = next.queries.get();
        best.add(new IteratedSearch.Way(next.costs, () -> circuit(next.label, queries)));
      } else if (isBest(next.label)) {
        end(next.label);
        goOn(next.label);
      }
    }
    return best;
  }

  /** A loop: many are asked. */
  private static boolean isBeaten(double[] costs, List<IteratedSearch.Way> best) {
    // of the last ones most often
    for (int i = best.size() - 1; i >= 0; i--) {
      if (FoldPaths.within(best.get(i).costs(), costs)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it costs little enough by itself, whatever follows. */
  private boolean mayBegin(Iteration first) {
    double[] least = FoldPaths.sum(start.constant(), steps.leastWord(first));
    return FoldPaths.within(FoldPaths.sum(least, graph.sent(first, 0)), limits);
  }

  private void begin(Iteration first, IteratedCodes.Numbered code) {
    OtherTerms others = start.others(code);
    OptionalLong last = others.last();
    Optional<GroundSteps.Folds> folds = steps.folds(first);
    if (last.isPresent() && folds.isPresent()) {
      Circuit ground = others.ground(code.least(), start.bare());
      double[] costs = FoldPaths.sum(start.constant(), start.costs().ground(ground));
      add(Optional.empty(), first, folds.get(), steps.none(first), costs);
    }
  }

  private void add(
      Optional<Before> before,
      Iteration iteration,
      GroundSteps.Folds folds,
      GroundSteps.Samples samples,
      double[] costsBefore) {
    double[] costs = FoldPaths.sum(FoldPaths.sum(costsBefore, folds.costs()), samples.costs());
    double[] least =
        FoldPaths.sum(FoldPaths.sum(costs, steps.leastWord(iteration)), bound.following(iteration));
    Label label = new Label(before, iteration, folds, samples, costs);
    if (FoldPaths.within(least, limits) && isBest(label)) {
      List<Label> others = labels.computeIfAbsent(iteration, any -> new ArrayList<>());
      others.removeIf(other -> FoldPaths.within(costs, other.costs));
      others.add(label);
      open.add(new Open(label, least, Optional.empty(), made++));
      start.search().findings().meter().labels(open.size());
    }
  }

  /** Whether no other label of its iteration beats it: itself does not. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isBest(Label label) {
    List<Label> others = labels.getOrDefault(label.iteration, List.of());
    for (int i = others.size() - 1; i >= 0; i--) {
      Label other = others.get(i);
      if (other != label && FoldPaths.within(other.costs, label.costs)) {
        return false;
      }
    }
    return true;
  }

  /** Leaves no iteration after this one. */
  private void end(Label label) {
    if (!graph.mayEnd(label.iteration.index())) {
      return;
    }
    double[] before = FoldPaths.sum(label.costs, graph.end(label.iteration));
    for (GroundSteps.Queries queries : steps.last(label.iteration)) {
      double[] costs = FoldPaths.sum(before, queries.costs());
      if (FoldPaths.within(costs, limits)) {
        open.add(new Open(label, costs, Optional.of(queries), made++));
      }
    }
  }

  private void goOn(Label label) {
    double[] least = FoldPaths.sum(label.costs, steps.leastWord(label.iteration));
    for (Iteration next : graph.from(graph.after(label.iteration))) {
      double[] from = bound.from(next);
      if (from.length > 0 && FoldPaths.within(FoldPaths.sum(least, from), limits)) {
        steps.folds(next).ifPresent(folds -> goOn(label, next, folds));
      }
    }
  }

  private void goOn(Label label, Iteration next, GroundSteps.Folds folds) {
    for (GroundSteps.Samples samples : steps.samples(next)) {
      for (GroundSteps.Queries queries : steps.step(label.iteration, next, samples.number())) {
        add(
            Optional.of(new Before(label, queries)),
            next,
            folds,
            samples,
            FoldPaths.sum(label.costs, queries.costs()));
      }
    }
  }

  /** The circuit that a path leads to. */
  private Circuit circuit(Label last, GroundSteps.Queries ofLast) {
    List<Label> all = new ArrayList<>(List.of(last));
    List<GroundSteps.Queries> queries = new ArrayList<>(List.of(ofLast));
    for (Optional<Before> before = last.before; before.isPresent(); ) {
      all.add(0, before.get().label);
      queries.add(0, before.get().queries);
      before = before.get().label.before;
    }
    List<Label> later = all.subList(1, all.size());
    IteratedLayout layout =
        new IteratedLayout(
            start.logInverseRate(),
            all.stream().map(label -> label.iteration.logFactor()).toList(),
            queries.stream().map(GroundSteps.Queries::number).toList(),
            later.stream().map(label -> label.samples.number()).toList(),
            codes.gap(),
            all.stream().map(label -> label.folds.bits()).toList(),
            queries.stream().map(GroundSteps.Queries::bits).toList(),
            later.stream().map(label -> label.samples.bits()).toList());
    IteratedCodes.Numbered first = graph.code(all.get(0).iteration).orElseThrow();
    return start.others(first).ground(first.least(), start.design().with(layout));
  }
}
