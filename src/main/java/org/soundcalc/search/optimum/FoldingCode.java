package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.soundcalc.math.Certified;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;
import org.soundcalc.model.design.Proximities;
import org.soundcalc.model.keys.Key;

/** The best layouts at one rate, under one regime. */
final class FoldingCode {
  private static final double[] FORBIDDEN = {Double.POSITIVE_INFINITY};

  private final FoldingSearch search;
  private final FoldingDesign design;
  private final Sites sites;
  private final Regime regime;
  private final Layout plain;
  private final Circuit bare;
  private final Proximities proximities;
  private final Map<Fold, Long> foldBits = new HashMap<>();

  /** A fold at one of the proximity parameters. */
  private record Fold(long number, int logFactor, int logFoldedDimension) {}

  /**
   * A code.
   *
   * @param plain the rate, with one fold and one query
   * @param bare the circuit that is laid out so, without proof-of-work
   * @param proximities that the regime can have
   */
  FoldingCode(
      FoldingSearch search, Regime regime, Layout plain, Circuit bare, Proximities proximities) {
    this.search = search;
    this.design = search.design();
    this.sites = new Sites(search.circuit(), search.space());
    this.regime = regime;
    this.plain = plain;
    this.bare = bare;
    this.proximities = proximities;
  }

  private CodeBounds bounds(long number) {
    return proximities.bounds().apply(number);
  }

  private long bits() {
    return search.aim().bits();
  }

  void search() {
    OptionalLong last = last();
    if (last.isEmpty()) {
      return;
    }
    long mostGrinding = sites.of(design.grindingQueriesKey()).orElseThrow().most();
    List<Long> queries =
        new ArrayList<>(search.space().values(design.queriesKey(), design.layout().queries()));
    queries.sort(Comparator.naturalOrder());
    int first = firstEnough(queries, last.getAsLong(), mostGrinding);
    for (long some : queries.subList(first, queries.size())) {
      if (!moreQueriesMayHelp(some, last.getAsLong(), mostGrinding)) {
        return;
      }
    }
  }

  /** Which numbers of queries are enough, those from here on. */
  private int firstEnough(List<Long> queries, long number, long grinding) {
    CodeBounds code = bounds(number);
    double each = -Certified.approximateLog2(design.queryError(1, code));
    long guess = (long) Math.ceil((bits() - grinding) / each);
    int hint = 0;
    while (hint < queries.size() - 1 && queries.get(hint) < guess) {
      hint++;
    }
    long tooFew =
        MonotoneBisection.last(
            0, queries.size() - 1, hint, i -> !areEnough(queries.get((int) i), number, grinding));
    return (int) tooFew + 1;
  }

  private boolean areEnough(long queries, long number, long grinding) {
    search.findings().meter().term();
    return ErrorBits.of(design.queryError(queries, bounds(number))) + grinding >= bits();
  }

  /** Finds the best folds for a number of queries; whether more queries may admit better ones. */
  private boolean moreQueriesMayHelp(long queries, long last, long grinding) {
    long number = firstNumber(queries, last, grinding);
    Layout layout = plain.with(queries, grinding);
    FoldingCosts costs =
        new FoldingCosts(List.of(search.aim().least()), design.sizes(layout), search.aim().worst());
    double[] start = costs.start();
    boolean all = true;
    Set<Fold> forbidden = new HashSet<>();
    while (true) {
      List<FoldPaths.Path> paths = paths(number, costs, start, forbidden);
      if (paths.isEmpty()) {
        return !all;
      }
      int before = forbidden.size();
      for (FoldPaths.Path path : paths) {
        int log = design.logDimension();
        boolean admitted = true;
        for (int factor : path.logFactors()) {
          log -= factor;
          Fold fold = new Fold(number, factor, log);
          if (!admits(fold)) {
            admitted = false;
            forbidden.add(fold);
          }
        }
        if (admitted) {
          search
              .findings()
              .offer(
                  new Finding(
                      regime,
                      FoldPaths.sum(start, path.costs())[0],
                      () -> finished(number, last, layout.with(path.logFactors()))));
        }
      }
      if (forbidden.size() == before) {
        return !all;
      }
      all = false;
    }
  }

  private List<FoldPaths.Path> paths(
      long number, FoldingCosts costs, double[] start, Set<Fold> forbidden) {
    FoldPaths.Costs admitted =
        new FoldPaths.Costs() {
          @Override
          public double[] fold(int logFactor, int logFoldedDimension) {
            search.findings().meter().edge();
            return forbidden.contains(new Fold(number, logFactor, logFoldedDimension))
                ? FORBIDDEN
                : costs.fold(logFactor, logFoldedDimension);
          }

          @Override
          public double[] end(int logDimension) {
            return costs.end(logDimension);
          }
        };
    double[] most = {search.findings().limit() - start[0]};
    Schedules schedules =
        search
            .space()
            .schedules()
            .orElseGet(() -> new Schedules.Listed(List.of(design.layout().logFactors())));
    if (schedules instanceof Schedules.Any any) {
      Collection<Integer> factors = any.logFactors();
      return new FoldPaths(design.logDimension(), factors, admitted, most).best();
    }
    List<FoldPaths.Path> best = new ArrayList<>();
    for (List<Integer> factors : ((Schedules.Listed) schedules).each()) {
      double[] sum = new double[most.length];
      int log = design.logDimension();
      for (int factor : factors) {
        log -= factor;
        if (log >= 0) {
          sum = FoldPaths.sum(sum, admitted.fold(factor, log));
        }
      }
      if (log >= 0) {
        sum = FoldPaths.sum(sum, admitted.end(log));
        if (FoldPaths.within(sum, most) && (best.isEmpty() || sum[0] < best.get(0).costs()[0])) {
          best = List.of(new FoldPaths.Path(factors, sum));
        }
      }
    }
    return best;
  }

  /**
   * The circuit with so many queries and these folds, and the least proof-of-work: at which number
   * of the proximity parameter that is, is left to choose.
   */
  private Circuit finished(long first, long last, Layout layout) {
    Optional<Work> least = Optional.empty();
    for (long grinding : sites.of(design.grindingQueriesKey()).orElseThrow().bits()) {
      if (areEnough(layout.queries(), last, grinding)) {
        long number = Math.max(first, firstNumber(layout.queries(), last, grinding));
        Optional<Work> work = work(number, layout.with(layout.queries(), grinding));
        if (work.isPresent() && (least.isEmpty() || work.get().tries < least.get().tries)) {
          least = work;
        }
      }
    }
    return least.orElseThrow().circuit;
  }

  /** A circuit and how much proof-of-work its prover does. */
  private record Work(Circuit circuit, double tries) {}

  /** The least proof-of-work at a number; nothing where a fold is not admitted there. */
  private Optional<Work> work(long number, Layout layout) {
    long ofFolds = 0;
    int log = design.logDimension();
    for (int factor : layout.logFactors()) {
      log -= factor;
      ofFolds = Math.max(ofFolds, bits() - foldBits(new Fold(number, factor, log)));
    }
    if (ofFolds > mostFoldGrinding()) {
      return Optional.empty();
    }
    long folds = least(design.grindingFoldsKey(), ofFolds, layout.grindingFolds());
    Optional<Rational> gap = proximities.gap().apply(number);
    Circuit circuit =
        design.with(
            new Layout(
                layout.rate(),
                layout.queries(),
                layout.logFactors(),
                gap.isPresent() ? gap : plain.gap(),
                layout.grindingQueries(),
                folds));
    Map<String, Long> needed = new HashMap<>();
    for (Term term : fixed(number)) {
      Optional<Sites.Site> site = sites.of(term.name());
      if (site.isPresent()) {
        needed.merge(site.get().key().label(), bits() - ErrorBits.of(term.error()), Math::max);
      }
    }
    for (Sites.Site site : sites.all()) {
      if (needed.containsKey(site.key().label())) {
        circuit =
            site.key().with(circuit, site.least(needed.get(site.key().label())).orElseThrow());
      }
    }
    double tries = 0;
    for (GrindingSite site : circuit.grindingSites()) {
      tries += site.work().numerator().doubleValue();
    }
    return Optional.of(new Work(circuit, tries));
  }

  private long least(Optional<Key<Circuit, ?>> key, long needed, long now) {
    return key.flatMap(sites::of).map(site -> site.least(needed).orElseThrow()).orElse(now);
  }

  /** Whether a fold's error is small enough with as much proof-of-work as there may be. */
  private boolean admits(Fold fold) {
    return foldBits(fold) + mostFoldGrinding() >= bits();
  }

  private long mostFoldGrinding() {
    return design.grindingFoldsKey().flatMap(sites::of).map(Sites.Site::most).orElse(0L);
  }

  private long foldBits(Fold fold) {
    return foldBits.computeIfAbsent(
        fold,
        any -> {
          search.findings().meter().term();
          return ErrorBits.of(
              design.foldError(fold.logFactor, fold.logFoldedDimension, bounds(fold.number)));
        });
  }

  /** The first number at which so many queries are enough, up to one at which they are. */
  private long firstNumber(long queries, long last, long grinding) {
    if (last == proximities.least()) {
      return last;
    }
    return MonotoneBisection.last(
            proximities.least(), last, last, i -> !areEnough(queries, i, grinding))
        + 1;
  }

  /** The last number that all terms but those of the layout admit, and the circuit itself. */
  private OptionalLong last() {
    long least = proximities.least();
    List<Term> first = fixed(least);
    boolean all = isSound(least);
    for (Term term : first) {
      all &= findings(term);
    }
    if (!all) {
      return OptionalLong.empty();
    }
    long sound =
        proximities.most() == least || isSound(proximities.most())
            ? proximities.most()
            : MonotoneBisection.last(least, proximities.most(), least, this::isSound);
    if (sound == least || admits(fixed(sound))) {
      return OptionalLong.of(sound);
    }
    return OptionalLong.of(
        MonotoneBisection.last(least, sound, least, number -> admits(fixed(number))));
  }

  /** Notes how many bits a term has at best. */
  private boolean findings(Term term) {
    search.findings().meter().term();
    long bits = ErrorBits.of(term.error()) + sites.most(term.name());
    search.findings().note(term.name(), bits);
    return bits >= bits();
  }

  private boolean admits(List<Term> terms) {
    for (Term term : terms) {
      search.findings().meter().term();
      if (ErrorBits.of(term.error()) + sites.most(term.name()) < bits()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the circuit is not refused, and each list is bounded that it counts. */
  private boolean isSound(long number) {
    List<CodeBounds> bounds = List.of(bounds(number));
    return bare.refusal(regime.name(), bounds).isEmpty()
        && bare.boundsLists(bounds)
        && fixed(number).stream()
            .noneMatch(
                term -> term.caveat().filter(c -> c.kind() == Caveat.Kind.LIST_BOUND).isPresent());
  }

  private List<Term> fixed(long number) {
    return bare.terms(List.of(bounds(number))).stream()
        .filter(term -> !design.isOfLayout(term.name()))
        .toList();
  }
}
