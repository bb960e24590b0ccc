package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.math.Rational;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedDesign.Step;
import org.soundcalc.model.design.Iteration;

/**
 * What the parts of iterations cost with the least proof-of-work that gives each term its bits, at
 * one rate, where each code has one proximity parameter. Each is found once. Mutable, for one
 * thread; nobody changes the arrays.
 */
final class GroundSteps {
  /** In bits; less is no difference. */
  private static final double VISIBLE = 0x1p-30;

  private static final long UNKNOWN = Long.MIN_VALUE;

  private final IteratedStart start;
  private final IteratedDesign design;
  private final IteratedGraph graph;
  private final IteratedEntries entries;
  private final boolean areAgreementsOfRates;
  private final Map<Iteration, List<Samples>> samples = new HashMap<>();
  private final Map<StepTo, List<Queries>> steps = new HashMap<>();
  private final Map<Iteration, List<Queries>> last = new HashMap<>();
  private final Map<Iteration, Optional<Folds>> folds;
  private final Map<MissesAt, long[]> misses;
  private final Map<Iteration, double[]> leastWords = new HashMap<>();

  private int lastFewest;

  /**
   * Steps.
   *
   * @param codes what a regime says of them, with one number each
   */
  GroundSteps(IteratedStart start, IteratedCodes codes, IteratedGraph graph) {
    if (codes instanceof IteratedCodes.Pinned pinned) {
      this.folds = start.groundSteps().folds(pinned.wide());
      this.misses = start.groundSteps().misses(pinned.narrow());
    } else {
      this.folds = new HashMap<>();
      this.misses = new HashMap<>();
    }
    this.start = start;
    this.design = start.design();
    this.graph = graph;
    this.entries = start.entries();
    this.areAgreementsOfRates = codes.areAgreementsOfRates();
  }

  /**
   * The folds of an iteration.
   *
   * @param bits of proof-of-work before each
   * @param costs of that
   */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  record Folds(List<Long> bits, double[] costs) {}

  /**
   * What an iteration sends beside its word.
   *
   * @param number of samples before it
   * @param bits of proof-of-work before them
   * @param costs of both
   */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  record Samples(long number, long bits, double[] costs) {}

  /**
   * The queries of an iteration.
   *
   * @param number of them
   * @param bits of proof-of-work before them
   * @param costs of its word with their answers, and of proof-of-work
   */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  record Queries(long number, long bits, double[] costs) {}

  private record StepTo(Iteration from, Iteration to, long samples) {}

  /**
   * Where agreements are those of rates, places of one rate share them.
   *
   * @param place of the iteration, where it counts
   * @param fewest queries: there is one such list
   */
  private record MissesAt(
      Optional<IteratedGraph.Place> place, int logInverseRate, boolean isFirst, long fewest) {}

  /** Of intervals of gaps: an end of one is an end of others. Mutable, for one thread. */
  static final class Known {
    private final Map<Rational, Map<Iteration, Optional<Folds>>> folds = new HashMap<>();
    private final Map<Rational, Map<MissesAt, long[]>> misses = new HashMap<>();

    private Map<Iteration, Optional<Folds>> folds(Rational wide) {
      return folds.computeIfAbsent(wide, any -> new HashMap<>());
    }

    private Map<MissesAt, long[]> misses(Rational narrow) {
      return misses.computeIfAbsent(narrow, any -> new HashMap<>());
    }
  }

  private IteratedCodes.Numbered code(Iteration iteration) {
    return graph.code(iteration).orElseThrow();
  }

  private long needed(Formula error) {
    start.search().findings().meter().term();
    return start.bits() == 0 ? 0 : start.bits() - ErrorBits.of(error);
  }

  /** The folds of an iteration; nothing where proof-of-work does not lift them. */
  Optional<Folds> folds(Iteration iteration) {
    Optional<Folds> its = folds.get(iteration);
    if (its == null) {
      its = newFolds(iteration);
      folds.put(iteration, its);
    }
    return its;
  }

  private Optional<Folds> newFolds(Iteration iteration) {
    Optional<IteratedCodes.Numbered> code = graph.code(iteration);
    if (code.isEmpty()) {
      return Optional.empty();
    }
    List<Long> bits = new ArrayList<>();
    double[] costs = new double[start.constant().length];
    for (Formula error :
        design.foldErrors(iteration, code.get().growing().apply(code.get().least()))) {
      OptionalLong least =
          entries.grindingFolds(iteration.index(), bits.size()).least(needed(error));
      if (least.isEmpty()) {
        return Optional.empty();
      }
      bits.add(least.getAsLong());
      costs = FoldPaths.sum(costs, start.costs().ground(least.getAsLong()));
    }
    return Optional.of(new Folds(List.copyOf(bits), costs));
  }

  /** What the first iteration sends beside its word. */
  Samples none(Iteration first) {
    return new Samples(0, 0, graph.sent(first, 0));
  }

  /** More samples cost more, and more queries: they are of use where they save proof-of-work. */
  List<Samples> samples(Iteration to) {
    List<Samples> all = samples.get(to);
    if (all == null) {
      all = newSamples(to);
      samples.put(to, all);
    }
    return all;
  }

  private List<Samples> newSamples(Iteration to) {
    List<Samples> all = new ArrayList<>();
    IteratedEntries.Entry grinding = entries.grindingSamples(to.index());
    for (long number : entries.samples(to.index()).values()) {
      OptionalLong bits = bitsOfSamples(to, number, grinding);
      long fewest = all.isEmpty() ? Long.MAX_VALUE : all.get(all.size() - 1).bits;
      if (bits.isPresent() && bits.getAsLong() < fewest) {
        // before no samples there is no place for it, whatever the key says
        double[] ground = start.costs().ground(number > 0 ? bits.getAsLong() : 0);
        all.add(
            new Samples(number, bits.getAsLong(), FoldPaths.sum(graph.sent(to, number), ground)));
      }
      if (fewest == grinding.values().get(0)) {
        break;
      }
    }
    return all;
  }

  /** No samples are ground for. */
  private OptionalLong bitsOfSamples(Iteration to, long number, IteratedEntries.Entry grinding) {
    IteratedCodes.Numbered code = code(to);
    long needed =
        design
            .samplesError(to, number, code.growing().apply(code.least()))
            .map(this::needed)
            .orElse(0L);
    if (number > 0) {
      return grinding.least(needed);
    }
    return needed > 0 ? OptionalLong.empty() : grinding.least(0);
  }

  /** The queries that are enough for a step, those that no others beat. */
  List<Queries> step(Iteration from, Iteration to, long ofSamples) {
    StepTo its = new StepTo(from, to, ofSamples);
    List<Queries> all = steps.get(its);
    if (all == null) {
      all = newStep(its);
      steps.put(its, all);
    }
    return all;
  }

  private List<Queries> newStep(StepTo its) {
    List<Queries> all = new ArrayList<>();
    List<Long> queries = graph.queries(its.from);
    IteratedEntries.Entry grinding = entries.grindingQueries(its.from.index());
    int stop = queries.size() - 1;
    long before = Long.MAX_VALUE;
    for (int place = fewest(its.from); place <= stop; place++) {
      long number = queries.get(place);
      if (!design.hasRoom(new Step(its.to, number, its.samples))) {
        break;
      }
      if (!isOfUse(its.from, place, all)) {
        continue;
      }
      long needed = needed(error(its, number));
      OptionalLong bits = grinding.least(needed);
      bits.ifPresent(some -> add(its.from, number, some, all));
      boolean isLeast = bits.isPresent() && bits.getAsLong() == grinding.values().get(0);
      if (isLeast || (needed >= before && rises(its, number))) {
        stop = Math.min(stop, graph.lastOfInterest(its.from, place));
      }
      before = needed;
    }
    return all;
  }

  /** Not where others have shorter answers, and no more proof-of-work than any step asks for. */
  private boolean isOfUse(Iteration from, int place, List<Queries> others) {
    OptionalLong bits = bitsOfMisses(from, place);
    if (bits.isEmpty()) {
      return false;
    }
    double[] least = FoldPaths.sum(graph.word(from, place), start.costs().ground(bits.getAsLong()));
    return others.stream().noneMatch(other -> FoldPaths.within(other.costs, least));
  }

  private void add(Iteration from, long number, long bits, List<Queries> all) {
    double[] word = start.costs().word(from, number, graph.isWorst());
    double[] costs = FoldPaths.sum(word, start.costs().ground(bits));
    if (all.stream().noneMatch(other -> FoldPaths.within(other.costs, costs))) {
      all.removeIf(other -> FoldPaths.within(costs, other.costs));
      all.add(new Queries(number, bits, costs));
    }
  }

  private Formula error(StepTo its, long queries) {
    IteratedCodes.Numbered from = code(its.from);
    IteratedCodes.Numbered to = code(its.to);
    return design.stepError(
        new Step(its.to, queries, its.samples),
        from.falling().apply(from.least()),
        to.growing().apply(to.least()));
  }

  /** Whether one more query only makes it worse. */
  private boolean rises(StepTo its, long queries) {
    return Certified.approximateLog2(error(its, queries + 1))
            - Certified.approximateLog2(error(its, queries))
        > VISIBLE;
  }

  /** The queries that are enough where nothing follows, those that no others beat. */
  List<Queries> last(Iteration iteration) {
    List<Queries> all = last.get(iteration);
    if (all == null) {
      all = newLast(iteration);
      last.put(iteration, all);
    }
    return all;
  }

  private List<Queries> newLast(Iteration iteration) {
    List<Queries> all = new ArrayList<>();
    List<Long> queries = graph.queries(iteration);
    long least = entries.grindingQueries(iteration.index()).values().get(0);
    int stop = queries.size() - 1;
    long fewestBits = Long.MAX_VALUE;
    int ofInterest = -1;
    for (int place = fewest(iteration); place <= stop; place++) {
      long bits = bitsOfMisses(iteration, place).orElseThrow();
      if (bits < fewestBits || place <= ofInterest) {
        add(iteration, queries.get(place), bits, all);
        if (bits < fewestBits) {
          fewestBits = bits;
          ofInterest = Math.max(ofInterest, graph.lastOfInterest(iteration, place));
          stop = bits == least ? ofInterest : stop;
        }
      }
    }
    return all;
  }

  /** The place of the fewest queries that are ever enough: beyond the last where none are. */
  private int fewest(Iteration iteration) {
    int last = graph.queries(iteration).size() - 1;
    int hint = Math.min(last, lastFewest);
    long tooFew =
        MonotoneBisection.last(
            0, last, hint, place -> bitsOfMisses(iteration, (int) place).isEmpty());
    lastFewest = (int) tooFew + 1;
    return lastFewest;
  }

  /** Proof-of-work without which too often no query of an iteration hits. */
  private OptionalLong bitsOfMisses(Iteration iteration, int place) {
    boolean isFirst = iteration.index() == 0;
    List<Long> queries = graph.queries(iteration);
    long[] known =
        misses.computeIfAbsent(
            new MissesAt(
                areAgreementsOfRates
                    ? Optional.empty()
                    : Optional.of(IteratedGraph.Place.of(iteration)),
                iteration.logInverseRate(),
                isFirst,
                queries.get(0)),
            any -> unknown(queries.size()));
    if (known[place] == UNKNOWN) {
      IteratedCodes.Numbered code = code(iteration);
      known[place] =
          needed(design.lastError(queries.get(place), isFirst, code.falling().apply(code.least())));
    }
    return entries.grindingQueries(iteration.index()).least(known[place]);
  }

  private static long[] unknown(int places) {
    long[] bits = new long[places];
    Arrays.fill(bits, UNKNOWN);
    return bits;
  }

  /**
   * A word with its queries at least, on each axis by itself, with as little proof-of-work as the
   * most queries need: infinite where none are enough.
   */
  double[] leastWord(Iteration iteration) {
    double[] least = leastWords.get(iteration);
    if (least == null) {
      int fewest = fewest(iteration);
      int last = graph.queries(iteration).size() - 1;
      least =
          fewest > last
              ? infinite()
              : FoldPaths.sum(
                  graph.leastWord(iteration, fewest),
                  start.costs().ground(bitsOfMisses(iteration, last).orElseThrow()));
      leastWords.put(iteration, least);
    }
    return least;
  }

  double[] infinite() {
    double[] infinite = new double[start.constant().length];
    Arrays.fill(infinite, Double.POSITIVE_INFINITY);
    return infinite;
  }

  static void lower(double[] least, double[] some) {
    for (int i = 0; i < least.length; i++) {
      least[i] = Math.min(least[i], some[i]);
    }
  }
}
