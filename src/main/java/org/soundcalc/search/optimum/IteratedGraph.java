package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.math.Certified;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.Iteration;

/**
 * The iterations that may follow each other at one rate under one regime, with what they cost, and
 * what all that follows costs at least: as if no fold, sample or step held it back.
 */
final class IteratedGraph {
  private final IteratedStart start;
  private final IteratedDesign design;
  private final IteratedCodes codes;
  private final Schedules schedules;
  private final boolean worst;
  private final Map<Place, Optional<IteratedCodes.Numbered>> known = new HashMap<>();
  private final Map<Place, double[]> following = new HashMap<>();
  private final Map<Place, Optional<Integer>> leastQueries = new HashMap<>();
  private final Map<Iteration, Optional<double[]>> leastWords = new HashMap<>();

  /**
   * Iterations.
   *
   * @param codes what the regime says of them
   * @param schedules that they may follow
   * @param worst whether sizes count in the worst case
   */
  IteratedGraph(IteratedStart start, IteratedCodes codes, Schedules schedules, boolean worst) {
    this.start = start;
    this.design = start.design();
    this.codes = codes;
    this.schedules = schedules;
    this.worst = worst;
  }

  /** Where an iteration may begin. */
  record Place(int index, int logDegree, int logInverseRate) {
    static Place of(Iteration iteration) {
      return new Place(iteration.index(), iteration.logDegree(), iteration.logInverseRate());
    }
  }

  private Collection<Integer> factors(int index) {
    if (schedules instanceof Schedules.Any any) {
      return any.logFactors();
    }
    List<Integer> one = ((Schedules.Listed) schedules).each().get(0);
    return index < one.size() ? List.of(one.get(index)) : List.of();
  }

  /** Whether sizes count in the worst case. */
  boolean isWorst() {
    return worst;
  }

  boolean mayEnd(int index) {
    return schedules instanceof Schedules.Any
        || ((Schedules.Listed) schedules).each().get(0).size() == index + 1;
  }

  /** Where the first may begin. */
  Place first() {
    return new Place(0, design.logDegree(), start.logInverseRate());
  }

  /** Whether each code has one proximity parameter. */
  boolean areCodesSettled() {
    return areCodesSettled(first(), new HashSet<>());
  }

  private boolean areCodesSettled(Place place, Set<Place> seen) {
    return !seen.add(place)
        || from(place).stream()
            .allMatch(
                next ->
                    code(next).filter(code -> code.least() < code.most()).isEmpty()
                        && areCodesSettled(after(next), seen));
  }

  /** Those that may begin at a place. */
  List<Iteration> from(Place place) {
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

  Place after(Iteration iteration) {
    return new Place(
        iteration.index() + 1, iteration.logDegreeAfter(), design.logInverseRateAfter(iteration));
  }

  /** What all that follows an iteration costs at least, on each axis by itself. */
  double[] following(Iteration iteration) {
    Place place = after(iteration);
    double[] least = following.get(place);
    if (least == null) {
      least = new double[start.search().aim().axes().size()];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      if (mayEnd(iteration.index())) {
        least = end(iteration).clone();
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
  double[] leastWord(Iteration iteration, int fewest) {
    double[] least = word(iteration, fewest).clone();
    for (int place = fewest + 1; place <= lastOfInterest(iteration, fewest); place++) {
      double[] word = word(iteration, place);
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], word[i]);
      }
    }
    return least;
  }

  /** The place of the most queries that may cost less than some. */
  int lastOfInterest(Iteration iteration, int place) {
    List<Long> queries = queries(iteration);
    long most = start.parts().mostOfInterest(iteration, queries.get(place), worst);
    int last = place;
    while (last + 1 < queries.size() && queries.get(last + 1) <= most) {
      last++;
    }
    return last;
  }

  Optional<IteratedCodes.Numbered> code(Iteration iteration) {
    Place place = Place.of(iteration);
    Optional<IteratedCodes.Numbered> code = known.get(place);
    if (code == null) {
      code = codes.of(iteration);
      known.put(place, code);
    }
    return code;
  }

  /** What is left after an iteration costs so much. */
  double[] end(Iteration iteration) {
    return start.costs().end(iteration.logDegreeAfter(), worst);
  }

  /** What an iteration and all that follows it cost at least. */
  Optional<double[]> leastFrom(Iteration iteration, long samples) {
    return leastWord(iteration)
        .map(word -> FoldPaths.sum(word, sent(iteration, samples)))
        .map(costs -> FoldPaths.sum(costs, following(iteration)));
  }

  double[] word(Iteration iteration, int place) {
    return start.costs().word(iteration, queries(iteration).get(place), worst);
  }

  double[] sent(Iteration iteration, long samples) {
    return start.costs().sent(iteration, samples, worst);
  }

  List<Long> queries(Iteration iteration) {
    return start.entries().queries(iteration.index()).values();
  }

  /** The place of the fewest queries that are enough, were there no step after them. */
  Optional<Integer> fewest(Iteration iteration, CodeBounds code) {
    List<Long> queries = queries(iteration);
    boolean isFirst = iteration.index() == 0;
    long grinding = start.entries().grindingQueries(iteration.index()).most();
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
  static int firstFrom(List<Long> values, long value) {
    int found = Collections.binarySearch(values, value);
    return Math.min(found < 0 ? -found - 1 : found, values.size() - 1);
  }
}
