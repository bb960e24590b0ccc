package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.CodeBounds;
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
 * an iteration one beats the other if it costs no more and its number is no smaller.
 */
final class IteratedPaths {
  /** In bits; less is no difference. */
  private static final double VISIBLE = 0x1p-30;

  private final IteratedStart start;
  private final IteratedDesign design;
  private final IteratedCodes codes;
  private final Schedules schedules;
  private final IteratedEntries entries;
  private final IteratedDesign.Sizes sizes;
  private final boolean worst;
  private final Map<Iteration, Optional<Reached>> reached = new HashMap<>();
  private final Map<Iteration, List<Label>> labels = new HashMap<>();
  private final PriorityQueue<Open> open = new PriorityQueue<>();
  private long lastHint;
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
    this.codes = codes;
    this.schedules = schedules;
    this.entries = start.entries();
    this.sizes = design.sizes();
    this.worst = worst;
  }

  /**
   * An iteration under the regime.
   *
   * @param last number that its folds admit
   */
  record Reached(Iteration iteration, IteratedCodes.Numbered code, long last) {
    CodeBounds growing(long number) {
      return code.growing().apply(number);
    }

    CodeBounds falling(long number) {
      return code.falling().apply(number);
    }
  }

  /**
   * Iterations up to one.
   *
   * @param before the iterations before
   * @param queriesBefore of the last of those; 0 where there is none
   * @param at the iteration
   * @param samples before it
   * @param number of its proximity parameter
   * @param fewest the place of its fewest queries among those that it may ask
   * @param cost without its queries
   */
  record Label(
      Optional<Label> before,
      long queriesBefore,
      Reached at,
      long samples,
      long number,
      int fewest,
      double cost) {
    Iteration iteration() {
      return at.iteration;
    }
  }

  /**
   * A label with what follows it at least, or with the last queries.
   *
   * @param cost at least, or of all
   * @param queries of the last iteration; 0 where more follow
   * @param order in which they were made
   */
  private record Open(Label label, double cost, long queries, long order)
      implements Comparable<Open> {
    @Override
    public int compareTo(Open other) {
      int byCost = Double.compare(cost, other.cost);
      return byCost != 0 ? byCost : Long.compare(order, other.order);
    }
  }

  /** What is found. */
  record Path(double cost, Label last, long queries) {
    /** The label of each iteration. */
    List<Label> labels() {
      List<Label> all = new ArrayList<>();
      for (Optional<Label> label = Optional.of(last); label.isPresent(); ) {
        all.add(0, label.get());
        label = label.get().before;
      }
      return all;
    }
  }

  /** The path of least cost, if it costs no more than what is known. */
  Optional<Path> best() {
    begin();
    while (!open.isEmpty()) {
      Open next = open.remove();
      if (next.queries > 0) {
        return Optional.of(new Path(next.cost, next.label, next.queries));
      }
      if (isBest(next.label)) {
        end(next.label);
        goOn(next.label);
      }
    }
    return Optional.empty();
  }

  private Collection<Integer> factors(int index) {
    if (schedules instanceof Schedules.Any any) {
      return any.logFactors();
    }
    List<Integer> one = ((Schedules.Listed) schedules).each().get(0);
    return index < one.size() ? List.of(one.get(index)) : List.of();
  }

  private boolean mayEnd(int index) {
    return schedules instanceof Schedules.Any
        || ((Schedules.Listed) schedules).each().get(0).size() == index + 1;
  }

  private Optional<Iteration> iteration(int index, int logDegree, int logInverseRate, int factor) {
    start.search().findings().meter().edge();
    return factor <= logDegree
        ? Optional.of(new Iteration(index, logDegree, logInverseRate, factor))
            .filter(design::isInField)
        : Optional.empty();
  }

  private void begin() {
    for (int factor : factors(0)) {
      iteration(0, design.logDegree(), start.logInverseRate(), factor)
          .flatMap(this::reached)
          .ifPresent(this::begin);
    }
  }

  private void begin(Reached first) {
    OptionalLong last = start.last(first.code);
    if (last.isPresent()) {
      long number = Math.min(first.last, last.getAsLong());
      add(Optional.empty(), 0, first, 0, number, sizes.sent(first.iteration, 0).doubleValue());
    }
  }

  /** The iteration, where its folds admit any number. */
  private Optional<Reached> reached(Iteration iteration) {
    Optional<Reached> known = reached.get(iteration);
    if (known == null) {
      known = codes.of(iteration).flatMap(code -> reached(iteration, code));
      reached.put(iteration, known);
    }
    return known;
  }

  private Optional<Reached> reached(Iteration iteration, IteratedCodes.Numbered code) {
    long hint = Math.max(code.least(), Math.min(code.most(), lastHint));
    long last =
        MonotoneBisection.last(
            code.least(), code.most(), hint, i -> admitsFolds(iteration, code.growing().apply(i)));
    if (last < code.least()) {
      return Optional.empty();
    }
    lastHint = last;
    return Optional.of(new Reached(iteration, code, last));
  }

  private boolean admitsFolds(Iteration iteration, CodeBounds code) {
    List<Formula> errors = design.foldErrors(iteration, code);
    for (int i = 0; i < errors.size(); i++) {
      if (!start.isEnough(errors.get(i), entries.grindingFolds(iteration.index(), i).most())) {
        return false;
      }
    }
    return true;
  }

  private void add(
      Optional<Label> before,
      long queriesBefore,
      Reached at,
      long samples,
      long number,
      double cost) {
    Optional<Integer> fewest = fewest(at, number);
    if (fewest.isEmpty()) {
      return;
    }
    Label label = new Label(before, queriesBefore, at, samples, number, fewest.get(), cost);
    double least = cost + opened(label, fewest.get());
    if (least <= start.search().findings().limit() && isBest(label)) {
      List<Label> others = labels.computeIfAbsent(at.iteration, any -> new ArrayList<>());
      others.removeIf(other -> beats(label, other));
      others.add(label);
      open.add(new Open(label, least, 0, made++));
    }
  }

  /** Whether no other label of its iteration beats it. */
  private boolean isBest(Label label) {
    return labels.getOrDefault(label.iteration(), List.of()).stream()
        .noneMatch(other -> other != label && beats(other, label));
  }

  private static boolean beats(Label label, Label other) {
    return label.cost <= other.cost && label.number >= other.number;
  }

  private double opened(Label label, int place) {
    long queries = queries(label.iteration()).get(place);
    return sizes.opened(worst, label.iteration(), queries).doubleValue();
  }

  private List<Long> queries(Iteration iteration) {
    return entries.queries(iteration.index()).values();
  }

  /** The place of the fewest queries that are enough, were there no step after them. */
  private Optional<Integer> fewest(Reached at, long number) {
    Iteration iteration = at.iteration;
    List<Long> queries = queries(iteration);
    boolean isFirst = iteration.index() == 0;
    CodeBounds code = at.falling(number);
    long grinding = entries.grindingQueries(iteration.index()).most();
    double each = -Certified.approximateLog2(design.lastError(1, isFirst, code));
    int hint = firstFrom(queries, (long) Math.ceil((start.bits() - grinding) / each));
    long tooFew =
        MonotoneBisection.last(
            0,
            queries.size() - 1L,
            hint,
            i ->
                !start.isEnough(
                    design.lastError(queries.get((int) i), isFirst, code), grinding));
    return Optional.of((int) tooFew + 1).filter(place -> place < queries.size());
  }

  /** Where a list of ascending values is no longer below a value, its last place at most. */
  private static int firstFrom(List<Long> values, long value) {
    int found = Collections.binarySearch(values, value);
    return Math.min(found < 0 ? -found - 1 : found, values.size() - 1);
  }

  /** Leaves no iteration after this one. */
  private void end(Label label) {
    Iteration iteration = label.iteration();
    if (mayEnd(iteration.index())) {
      double cost =
          label.cost
              + opened(label, label.fewest)
              + sizes.end(iteration.logDegreeAfter()).doubleValue();
      if (cost <= start.search().findings().limit()) {
        open.add(new Open(label, cost, queries(iteration).get(label.fewest), made++));
      }
    }
  }

  private void goOn(Label label) {
    Iteration from = label.iteration();
    int rate = design.logInverseRateAfter(from);
    for (int factor : factors(from.index() + 1)) {
      iteration(from.index() + 1, from.logDegreeAfter(), rate, factor)
          .flatMap(this::reached)
          .ifPresent(to -> goOn(label, to));
    }
  }

  /** More samples are of no use once they admit all that the folds do. */
  private void goOn(Label label, Reached to) {
    int index = to.iteration.index();
    for (long samples : entries.samples(index).values()) {
      long last = lastOfSamples(to, samples);
      if (last >= to.code.least()) {
        step(label, to, samples, last);
      }
      if (last == to.last) {
        return;
      }
    }
  }

  /** The last number that an iteration's folds and samples admit. */
  private long lastOfSamples(Reached to, long samples) {
    long least = to.code.least();
    if (admitsSamples(to, samples, to.last)) {
      return to.last;
    }
    return to.last == least
        ? least - 1
        : MonotoneBisection.last(
            least, to.last - 1, least, number -> admitsSamples(to, samples, number));
  }

  private boolean admitsSamples(Reached to, long samples, long number) {
    long grinding = samples == 0 ? 0 : entries.grindingSamples(to.iteration.index()).most();
    return design
        .samplesError(to.iteration, samples, to.growing(number))
        .filter(error -> !start.isEnough(error, grinding))
        .isEmpty();
  }

  /** A label for each number of queries with which the step admits a larger number than before. */
  private void step(Label label, Reached to, long samples, long last) {
    List<Long> queries = queries(label.iteration());
    long least = to.code.least();
    long best = least - 1;
    for (int place = label.fewest; place < queries.size(); place++) {
      Step step = new Step(to.iteration, queries.get(place), samples);
      if (!design.hasRoom(step)) {
        return;
      }
      long number =
          admits(step, label, to, last)
              ? last
              : last == least
                  ? least - 1
                  : MonotoneBisection.last(
                      least, last - 1, Math.max(least, best), i -> admits(step, label, to, i));
      if (number > best) {
        best = number;
        add(
            Optional.of(label),
            step.queries(),
            to,
            samples,
            number,
            label.cost + opened(label, place) + sizes.sent(to.iteration, samples).doubleValue());
      }
      if (best == last || rises(step, label, to, Math.max(least, best))) {
        return;
      }
    }
  }

  private Formula error(Step step, Label label, Reached to, long number) {
    return design.stepError(step, label.at.falling(label.number), to.growing(number));
  }

  private boolean admits(Step step, Label label, Reached to, long number) {
    long grinding = entries.grindingQueries(label.iteration().index()).most();
    return start.isEnough(error(step, label, to, number), grinding);
  }

  /** Whether one more query only makes it worse, at this number and the more at larger ones. */
  private boolean rises(Step step, Label label, Reached to, long number) {
    Step next = new Step(step.to(), step.queries() + 1, step.samples());
    return Certified.approximateLog2(error(next, label, to, number))
            - Certified.approximateLog2(error(step, label, to, number))
        > VISIBLE;
  }
}
