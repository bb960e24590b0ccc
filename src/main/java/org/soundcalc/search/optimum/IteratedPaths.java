package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedDesign.Step;
import org.soundcalc.model.design.Iteration;

/**
 * The iterations that cost least at one rate under one regime: a shortest path, best first.
 *
 * <p>A label is a way to begin: iterations up to one whose queries are still to be chosen. Its
 * proximity parameter has the largest number that the iteration's folds and samples admit, since
 * that has the fewest queries; unless the step to it needs fewer queries at a smaller one, whose
 * list is shorter: then there is a label for each number of queries of the step. Of two labels of
 * an iteration one beats the other if it costs no more and its number is no smaller. A first
 * search, in which every step has the fewest queries that it can have, limits what is looked at.
 */
final class IteratedPaths {
  /** In bits; less is no difference. */
  private static final double VISIBLE = 0x1p-30;

  private final IteratedStart start;
  private final IteratedDesign design;
  private final IteratedGraph graph;
  private final IteratedEntries entries;
  private final IteratedReach reach;
  private double[] limits;
  private boolean isFirstSearch;
  private final Map<Iteration, List<Label>> labels = new HashMap<>();
  private final PriorityQueue<Open> open = new PriorityQueue<>();
  private Optional<OptionalLong> lastOfOthers = Optional.empty();
  private long stepHint;
  private long made;

  /**
   * Paths.
   *
   * @param codes what the regime says of them
   * @param schedules that iterations may follow
   * @param worst whether sizes count in the worst case
   */
  IteratedPaths(IteratedStart start, IteratedCodes codes, Schedules schedules, boolean worst) {
    this.start = start;
    this.design = start.design();
    this.graph = new IteratedGraph(start, codes, schedules, worst);
    this.entries = start.entries();
    this.reach = new IteratedReach(start, graph);
    this.limits = start.search().findings().limits();
  }

  /**
   * The iterations before one.
   *
   * @param label of them; nothing where there are none
   * @param queries of the last of them
   */
  record Before(Optional<Label> label, long queries) {}

  /**
   * Iterations up to one.
   *
   * @param before the iterations before
   * @param at the iteration
   * @param samples before it
   * @param number of its proximity parameter
   * @param fewest the place of its fewest queries among those that it may ask
   * @param costs without its word
   */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  record Label(
      Before before,
      IteratedReach.Reached at,
      long samples,
      long number,
      int fewest,
      double[] costs) {
    Iteration iteration() {
      return at.iteration();
    }
  }

  /**
   * A label with what follows it at least, or with the last queries.
   *
   * @param costs at least, or of all
   * @param queries of the last iteration; 0 where more follow
   * @param order in which they were made
   */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  private record Open(Label label, double[] costs, long queries, long order)
      implements Comparable<Open> {
    @Override
    public int compareTo(Open other) {
      int byCost = Double.compare(costs[0], other.costs[0]);
      return byCost != 0 ? byCost : Long.compare(order, other.order);
    }
  }

  /** What is found. */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  record Path(double[] costs, Label last, long queries) {
    /** The label of each iteration. */
    List<Label> labels() {
      List<Label> all = new ArrayList<>();
      for (Optional<Label> label = Optional.of(last); label.isPresent(); ) {
        all.add(0, label.get());
        label = label.get().before.label;
      }
      return all;
    }
  }

  /**
   * The path of least cost within the limits; or all that no other one beats on every axis.
   *
   * @param all whether all
   */
  List<Path> best(boolean all) {
    if (!all) {
      isFirstSearch = true;
      for (Path path : search(false)) {
        limits[0] = path.costs[0];
      }
      isFirstSearch = false;
    }
    return search(all);
  }

  private List<Path> search(boolean all) {
    List<Path> best = new ArrayList<>();
    labels.clear();
    open.clear();
    begin();
    while (!open.isEmpty() && (all || best.isEmpty())) {
      Open next = open.remove();
      if (best.stream().anyMatch(path -> FoldPaths.within(path.costs, next.costs))) {
        continue;
      }
      if (next.queries > 0) {
        best.add(new Path(next.costs, next.label, next.queries));
      } else if (isBest(next.label)) {
        end(next.label);
        goOn(next.label);
      }
    }
    return best;
  }

  private void begin() {
    for (Iteration first : graph.from(graph.first())) {
      reach.at(first).ifPresent(this::begin);
    }
  }

  private void begin(IteratedReach.Reached first) {
    OptionalLong last = lastOfOthers.orElseGet(() -> start.others(first.code()).last());
    lastOfOthers = Optional.of(last);
    if (last.isPresent()) {
      long number = Math.min(first.last(), last.getAsLong());
      double[] costs = FoldPaths.sum(start.constant(), graph.sent(first.iteration(), 0));
      add(new Before(Optional.empty(), 0), first, 0, number, costs);
    }
  }

  private void add(
      Before before, IteratedReach.Reached at, long samples, long number, double[] costs) {
    Optional<Integer> fewest = graph.fewest(at.iteration(), at.falling(number));
    if (fewest.isEmpty()) {
      return;
    }
    Label label = new Label(before, at, samples, number, fewest.get(), costs);
    double[] least =
        FoldPaths.sum(
            FoldPaths.sum(costs, graph.leastWord(at.iteration(), label.fewest)),
            graph.following(at.iteration()));
    if (FoldPaths.within(least, limits) && isBest(label)) {
      List<Label> others = labels.computeIfAbsent(at.iteration(), any -> new ArrayList<>());
      others.removeIf(other -> beats(label, other));
      others.add(label);
      open.add(new Open(label, least, 0, made++));
      start.search().findings().meter().labels(open.size());
    }
  }

  /** Whether no other label of its iteration beats it: itself does not. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isBest(Label label) {
    return labels.getOrDefault(label.iteration(), List.of()).stream()
        .noneMatch(other -> other != label && beats(other, label));
  }

  private static boolean beats(Label label, Label other) {
    return label.number >= other.number && FoldPaths.within(label.costs, other.costs);
  }

  /** Leaves no iteration after this one. */
  private void end(Label label) {
    Iteration iteration = label.iteration();
    if (graph.mayEnd(iteration.index())) {
      double[] end = graph.end(iteration);
      int last = graph.lastOfInterest(iteration, label.fewest);
      for (int place = label.fewest; place <= last; place++) {
        double[] costs =
            FoldPaths.sum(FoldPaths.sum(label.costs, graph.word(iteration, place)), end);
        if (FoldPaths.within(costs, limits)) {
          open.add(new Open(label, costs, graph.queries(iteration).get(place), made++));
        }
      }
    }
  }

  private void goOn(Label label) {
    for (Iteration next : graph.from(graph.after(label.iteration()))) {
      double[] least = FoldPaths.sum(label.costs, graph.leastWord(label.iteration(), label.fewest));
      Optional<double[]> rest =
          graph.leastFrom(next, entries.samples(next.index()).values().get(0));
      if (rest.isPresent() && FoldPaths.within(FoldPaths.sum(least, rest.get()), limits)) {
        reach.at(next).ifPresent(to -> goOn(label, to));
      }
    }
  }

  /** More samples are of no use once they admit all that the folds do. */
  private void goOn(Label label, IteratedReach.Reached to) {
    int index = to.iteration().index();
    for (long samples : entries.samples(index).values()) {
      long last = reach.last(to, samples);
      boolean goesOn = last >= to.code().least() && step(label, to, samples, last);
      if (last == to.last() || (goesOn && isFirstSearch)) {
        return;
      }
    }
  }

  /**
   * A label for each number of queries with which the step admits a larger number than before.
   *
   * @return whether there is one
   */
  private boolean step(Label label, IteratedReach.Reached to, long samples, long last) {
    List<Long> queries = graph.queries(label.iteration());
    double[] rest = graph.leastFrom(to.iteration(), samples).orElseThrow();
    int ofInterest = graph.lastOfInterest(label.iteration(), label.fewest);
    long least = to.code().least();
    long best = least - 1;
    double cheapest = Double.POSITIVE_INFINITY;
    for (int place = label.fewest; place < queries.size(); place++) {
      Step step = new Step(to.iteration(), queries.get(place), samples);
      double[] before = FoldPaths.sum(label.costs, graph.word(label.iteration(), place));
      boolean isWithin = FoldPaths.within(FoldPaths.sum(before, rest), limits);
      if (!design.hasRoom(step) || (!isWithin && place >= ofInterest)) {
        break;
      }
      long number = isWithin ? last(step, label, to, last) : least - 1;
      if (number > best || (number >= least && before[0] < cheapest)) {
        best = Math.max(best, number);
        cheapest = Math.min(cheapest, before[0]);
        add(
            new Before(Optional.of(label), step.queries()),
            to,
            samples,
            number,
            FoldPaths.sum(before, graph.sent(to.iteration(), samples)));
      }
      if (place >= ofInterest
          && (best == last
              || (isFirstSearch && best >= least)
              || rises(step, label, to, Math.max(least, best)))) {
        break;
      }
    }
    return best >= least;
  }

  /** The last number up to one that a step admits. */
  private long last(Step step, Label label, IteratedReach.Reached to, long most) {
    long least = to.code().least();
    if (admits(step, label, to, most)) {
      return most;
    }
    if (most == least) {
      return least - 1;
    }
    long hint = Math.max(least, Math.min(most - 1, stepHint));
    long last =
        MonotoneBisection.last(least, most - 1, hint, number -> admits(step, label, to, number));
    stepHint = last;
    return last;
  }

  private Formula error(Step step, Label label, IteratedReach.Reached to, long number) {
    return design.stepError(step, label.at.falling(label.number), to.growing(number));
  }

  private boolean admits(Step step, Label label, IteratedReach.Reached to, long number) {
    long grinding = entries.grindingQueries(label.iteration().index()).most();
    return start.isEnough(error(step, label, to, number), grinding);
  }

  /** Whether one more query only makes it worse, at this number and the more at larger ones. */
  private boolean rises(Step step, Label label, IteratedReach.Reached to, long number) {
    Step next = new Step(step.to(), step.queries() + 1, step.samples());
    return Certified.approximateLog2(error(next, label, to, number))
            - Certified.approximateLog2(error(step, label, to, number))
        > VISIBLE;
  }
}
