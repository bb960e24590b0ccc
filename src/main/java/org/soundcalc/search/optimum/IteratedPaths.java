package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.soundcalc.model.design.Part;

/**
 * The iterations that cost least at one rate under one regime: a shortest path, best first.
 *
 * <p>A label is a way to begin: iterations up to one whose queries are still to be chosen. Its
 * proximity parameter has the largest number that the iteration's folds and samples admit, since
 * that has the fewest queries; unless the step to it needs fewer queries at a smaller one, whose
 * list is shorter: then there is a label for each number of queries of the step. Of two labels of
 * an iteration one beats the other if it costs no more and its number is no smaller. What follows a
 * label is bounded from below by iterations that no fold, sample or step holds back. A first
 * search, in which every step has the fewest queries that it can have, limits what is looked at.
 */
final class IteratedPaths {
  /** In bits; less is no difference. */
  private static final double VISIBLE = 0x1p-30;

  private final IteratedStart start;
  private final IteratedDesign design;
  private final IteratedCodes codes;
  private final Schedules schedules;
  private final IteratedEntries entries;
  private final boolean worst;
  private double[] limits;
  private boolean isFirstSearch;
  private final Map<Place, Optional<IteratedCodes.Numbered>> known = new HashMap<>();
  private final Map<Place, double[]> following = new HashMap<>();
  private final Map<Place, Optional<Integer>> leastQueries = new HashMap<>();
  private final Map<Iteration, Optional<double[]>> leastWords = new HashMap<>();
  private final Map<Iteration, Optional<Reached>> reached = new HashMap<>();
  private final Map<Iteration, List<Label>> labels = new HashMap<>();
  private final PriorityQueue<Open> open = new PriorityQueue<>();
  private Optional<OptionalLong> lastOfOthers = Optional.empty();
  private long lastHint;
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
    this.codes = codes;
    this.schedules = schedules;
    this.entries = start.entries();
    this.limits = start.search().findings().limits();
    this.worst = worst;
  }

  /** Where an iteration may begin. */
  private record Place(int index, int logDegree, int logInverseRate) {
    static Place of(Iteration iteration) {
      return new Place(iteration.index(), iteration.logDegree(), iteration.logInverseRate());
    }
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
  record Label(Before before, Reached at, long samples, long number, int fewest, double[] costs) {
    Iteration iteration() {
      return at.iteration;
    }
  }

  /**
   * A label with what follows it at least, or with the last queries.
   *
   * @param costs at least, or of all
   * @param queries of the last iteration; 0 where more follow
   * @param order in which they were made
   */
  private record Open(Label label, double[] costs, long queries, long order)
      implements Comparable<Open> {
    @Override
    public int compareTo(Open other) {
      int byCost = Double.compare(costs[0], other.costs[0]);
      return byCost != 0 ? byCost : Long.compare(order, other.order);
    }
  }

  /** What is found. */
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

  /** Those that may begin at a place. */
  private List<Iteration> from(Place place) {
    List<Iteration> all = new ArrayList<>();
    for (int factor : factors(place.index)) {
      if (factor <= place.logDegree) {
        start.search().findings().meter().edge();
        Iteration iteration =
            new Iteration(place.index, place.logDegree, place.logInverseRate, factor);
        if (design.isInField(iteration)) {
          all.add(iteration);
        }
      }
    }
    return all;
  }

  private Place after(Iteration iteration) {
    return new Place(
        iteration.index() + 1, iteration.logDegreeAfter(), design.logInverseRateAfter(iteration));
  }

  /** What all that follows an iteration costs at least, on each axis by itself. */
  private double[] following(Iteration iteration) {
    Place place = after(iteration);
    double[] least = following.get(place);
    if (least == null) {
      least = new double[limits.length];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      if (mayEnd(iteration.index())) {
        least = costs(start.parts().end(place.logDegree));
      }
      for (Iteration next : from(place)) {
        Optional<double[]> word = leastWord(next);
        if (word.isPresent()) {
          double[] all = FoldPaths.sum(FoldPaths.sum(word.get(), sent(next, 0)), following(next));
          for (int i = 0; i < least.length; i++) {
            least[i] = Math.min(least[i], all[i]);
          }
        }
      }
      following.put(place, least);
    }
    return least;
  }

  /** A word with the queries that are enough at the smallest agreement there is. */
  private Optional<double[]> leastWord(Iteration iteration) {
    Optional<double[]> word = leastWords.get(iteration);
    if (word == null) {
      Place place = Place.of(iteration);
      Optional<Integer> queries = leastQueries.get(place);
      if (queries == null) {
        queries =
            code(iteration).flatMap(code -> fewest(iteration, code.falling().apply(code.most())));
        leastQueries.put(place, queries);
      }
      word = queries.map(some -> leastWord(iteration, some));
      leastWords.put(iteration, word);
    }
    return word;
  }

  /** A word with so many queries or more, on each axis by itself. */
  private double[] leastWord(Iteration iteration, int fewest) {
    double[] least = word(iteration, fewest);
    for (int place = fewest + 1; place <= lastOfInterest(iteration, fewest); place++) {
      double[] word = word(iteration, place);
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], word[i]);
      }
    }
    return least;
  }

  /** The place of the most queries that may cost less than some. */
  private int lastOfInterest(Iteration iteration, int place) {
    List<Long> queries = queries(iteration);
    long most = start.parts().mostOfInterest(iteration, queries.get(place), worst);
    int last = place;
    while (last + 1 < queries.size() && queries.get(last + 1) <= most) {
      last++;
    }
    return last;
  }

  private Optional<IteratedCodes.Numbered> code(Iteration iteration) {
    Place place = Place.of(iteration);
    Optional<IteratedCodes.Numbered> code = known.get(place);
    if (code == null) {
      code = codes.of(iteration);
      known.put(place, code);
    }
    return code;
  }

  private double[] costs(Part part) {
    return start.costs(part, worst);
  }

  private void begin() {
    for (Iteration first : from(new Place(0, design.logDegree(), start.logInverseRate()))) {
      reached(first).ifPresent(this::begin);
    }
  }

  private void begin(Reached first) {
    OptionalLong last = lastOfOthers.orElseGet(() -> start.others(first.code).last());
    lastOfOthers = Optional.of(last);
    if (last.isPresent()) {
      long number = Math.min(first.last, last.getAsLong());
      double[] costs = FoldPaths.sum(start.constant(), sent(first.iteration, 0));
      add(new Before(Optional.empty(), 0), first, 0, number, costs);
    }
  }

  /** The iteration, where its folds admit any number. */
  private Optional<Reached> reached(Iteration iteration) {
    Optional<Reached> its = reached.get(iteration);
    if (its == null) {
      its = code(iteration).flatMap(code -> reached(iteration, code));
      reached.put(iteration, its);
    }
    return its;
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

  private void add(Before before, Reached at, long samples, long number, double[] costs) {
    Optional<Integer> fewest = fewest(at.iteration, at.falling(number));
    if (fewest.isEmpty()) {
      return;
    }
    Label label = new Label(before, at, samples, number, fewest.get(), costs);
    double[] least =
        FoldPaths.sum(
            FoldPaths.sum(costs, leastWord(at.iteration, label.fewest)), following(at.iteration));
    if (FoldPaths.within(least, limits) && isBest(label)) {
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
    return label.number >= other.number && FoldPaths.within(label.costs, other.costs);
  }

  private double[] word(Iteration iteration, int place) {
    return costs(start.parts().word(iteration, queries(iteration).get(place)));
  }

  private double[] sent(Iteration iteration, long samples) {
    return costs(start.parts().sent(iteration, samples));
  }

  private List<Long> queries(Iteration iteration) {
    return entries.queries(iteration.index()).values();
  }

  /** The place of the fewest queries that are enough, were there no step after them. */
  private Optional<Integer> fewest(Iteration iteration, CodeBounds code) {
    List<Long> queries = queries(iteration);
    boolean isFirst = iteration.index() == 0;
    long grinding = entries.grindingQueries(iteration.index()).most();
    double each = -Certified.approximateLog2(design.lastError(1, isFirst, code));
    int hint = firstFrom(queries, (long) Math.ceil((start.bits() - grinding) / each));
    long tooFew =
        MonotoneBisection.last(
            0,
            queries.size() - 1L,
            hint,
            i -> !start.isEnough(design.lastError(queries.get((int) i), isFirst, code), grinding));
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
      double[] end = costs(start.parts().end(iteration.logDegreeAfter()));
      int last = lastOfInterest(iteration, label.fewest);
      for (int place = label.fewest; place <= last; place++) {
        double[] costs = FoldPaths.sum(FoldPaths.sum(label.costs, word(iteration, place)), end);
        if (FoldPaths.within(costs, limits)) {
          open.add(new Open(label, costs, queries(iteration).get(place), made++));
        }
      }
    }
  }

  private void goOn(Label label) {
    for (Iteration next : from(after(label.iteration()))) {
      double[] least = FoldPaths.sum(label.costs, leastWord(label.iteration(), label.fewest));
      Optional<double[]> rest = leastFrom(next, entries.samples(next.index()).values().get(0));
      if (rest.isPresent() && FoldPaths.within(FoldPaths.sum(least, rest.get()), limits)) {
        reached(next).ifPresent(to -> goOn(label, to));
      }
    }
  }

  /** What an iteration and all that follows it cost at least. */
  private Optional<double[]> leastFrom(Iteration iteration, long samples) {
    return leastWord(iteration)
        .map(word -> FoldPaths.sum(word, sent(iteration, samples)))
        .map(costs -> FoldPaths.sum(costs, following(iteration)));
  }

  /** More samples are of no use once they admit all that the folds do. */
  private void goOn(Label label, Reached to) {
    int index = to.iteration.index();
    for (long samples : entries.samples(index).values()) {
      long last = lastOfSamples(to, samples);
      boolean goesOn = last >= to.code.least() && step(label, to, samples, last);
      if (last == to.last || (goesOn && isFirstSearch)) {
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

  /**
   * A label for each number of queries with which the step admits a larger number than before.
   *
   * @return whether there is one
   */
  private boolean step(Label label, Reached to, long samples, long last) {
    List<Long> queries = queries(label.iteration());
    double[] rest = leastFrom(to.iteration, samples).orElseThrow();
    int ofInterest = lastOfInterest(label.iteration(), label.fewest);
    long least = to.code.least();
    long best = least - 1;
    double cheapest = Double.POSITIVE_INFINITY;
    for (int place = label.fewest; place < queries.size(); place++) {
      Step step = new Step(to.iteration, queries.get(place), samples);
      double[] before = FoldPaths.sum(label.costs, word(label.iteration(), place));
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
            FoldPaths.sum(before, sent(to.iteration, samples)));
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
  private long last(Step step, Label label, Reached to, long most) {
    long least = to.code.least();
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
