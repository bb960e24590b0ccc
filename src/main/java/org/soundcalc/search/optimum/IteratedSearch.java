package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.Iteration;
import org.soundcalc.model.design.Proximities;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Limits;

/**
 * The best layouts of a circuit whose commitment goes from code to code.
 *
 * <p>Rates and regimes are enumerated. Where a regime chooses a proximity parameter for each code,
 * the best iterations are a {@linkplain IteratedPaths shortest path}. Where one gap to the Johnson
 * radius stands for all codes, an interval of gaps is bounded at once: no gap in it costs less than
 * iterations whose queries are at its narrow end, and all else at its wide one. Intervals that
 * might hold something better are halved.
 *
 * <p>Proof-of-work is as much as there may be, and lowered once the iterations are known. Where it
 * costs something that counts, as nonces that are sent do, this is tried with several limits that
 * all sites have in common; what sites of different bits could win is missed.
 */
record IteratedSearch(
    Circuit circuit, IteratedDesign design, Space space, Aim aim, Findings findings) {
  private static final long GRINDING_STEP = 2;

  /** Looks under one regime, at each rate. */
  void search(Regime regime) {
    for (long rate : rates()) {
      for (Optional<Rational> gap : gaps()) {
        try {
          search(regime, new At(this, (int) rate), gap);
        } catch (InvalidConfiguration contradiction) {
          findings.refuse(contradiction);
        }
      }
    }
  }

  /**
   * The design at a rate.
   *
   * @param parts of a proof
   * @param costs of these: made once, since each is found once
   * @param bounds of codes at the gaps that were looked at
   */
  record At(
      int logInverseRate,
      IteratedDesign design,
      IteratedDesign.Parts parts,
      IteratedCosts costs,
      IteratedCodes.Known bounds) {
    At(IteratedSearch search, int logInverseRate) {
      this(logInverseRate, search, search.design.at(logInverseRate));
    }

    private At(int logInverseRate, IteratedSearch search, IteratedDesign at) {
      this(search.aim, logInverseRate, at, at.parts(search.aim.hashRateBits(search.circuit)));
    }

    private At(Aim aim, int logInverseRate, IteratedDesign at, IteratedDesign.Parts parts) {
      this(logInverseRate, at, parts, new IteratedCosts(aim, parts), new IteratedCodes.Known());
    }
  }

  /**
   * Less proof-of-work is of no use where more finds nothing, or what it finds may cost so much.
   */
  private void search(Regime regime, At rate, Optional<Rational> gap) {
    boolean isFree =
        !aim.least().isMovedByGrinding() && !aim.countsNonces(circuit) && !findings.isFront();
    for (long grinding : mostGrinding()) {
      Outcome outcome = search(new IteratedStart(this, regime, rate, gap, grinding));
      if (outcome == Outcome.NONE || (outcome == Outcome.FOUND && isFree)) {
        return;
      }
    }
  }

  /** What came of a search. */
  enum Outcome {
    /** No configuration has the bits. */
    NONE,
    /** With its proof-of-work it costs too much. */
    BEYOND_LIMITS,
    /** One was found, or something better is known. */
    FOUND
  }

  /** The lowest first, whose proofs are the smallest: the others are left all the sooner. */
  private List<Long> rates() {
    List<Long> rates =
        new ArrayList<>(space.values(design.rateKey(), (long) design.layout().logInverseRate()));
    rates.sort(Comparator.reverseOrder());
    return rates;
  }

  private List<Long> mostGrinding() {
    if (!countsGrinding() || findings.isSurvey() || findings.isBound()) {
      return List.of(Limits.GRINDING_BITS);
    }
    findings.miss();
    SortedSet<Long> all = new TreeSet<>(Comparator.reverseOrder());
    for (Key<Circuit, ?> key :
        List.of(
            design.grindingFoldsKey(), design.grindingQueriesKey(), design.grindingSamplesKey())) {
      all.addAll(space.moves(key) ? space.entries(key) : List.of());
    }
    List<Long> some = new ArrayList<>();
    for (long bits : all) {
      if (some.isEmpty() || bits <= some.get(some.size() - 1) - GRINDING_STEP) {
        some.add(bits);
      }
    }
    return some.isEmpty() ? List.of(0L) : some;
  }

  /** Whether proof-of-work costs something that counts. */
  boolean countsGrinding() {
    return aim.countsGrinding() || aim.countsNonces(circuit);
  }

  /** Those that were stated; else that of today, from which a regime may depart. */
  private List<Optional<Rational>> gaps() {
    Optional<Rational> now = design.layout().gap();
    List<Optional<Rational>> stated =
        design.gapKey().map(key -> space.values(key, now)).orElse(List.of());
    return stated.isEmpty() ? List.of(now) : stated;
  }

  private boolean mayGapMove() {
    return design
        .gapKey()
        .filter(key -> space.moves(key) && space.values(key, design.layout().gap()).isEmpty())
        .isPresent();
  }

  private Outcome search(IteratedStart start) {
    Outcome outcome = Outcome.NONE;
    if (start.isExcluded()) {
      return outcome;
    }
    List<Proximities> kinds = start.regime().proximities(start.bare().codes().get(0));
    for (int kind = 0; kind < kinds.size(); kind++) {
      Proximities proximities = kinds.get(kind);
      Optional<Rational> its = proximities.gap().apply(proximities.least());
      if (its.isEmpty() || its.equals(start.gap())) {
        IteratedCodes codes =
            new IteratedCodes.Chosen(start.design(), start.regime(), kind, start.gap());
        if (findings.isSurvey()) {
          new IteratedSurvey(start, codes).note();
        } else if (findings.isBound()) {
          bound(start, codes);
        } else {
          outcome = larger(outcome, offer(start, codes, best(start, codes)));
        }
      } else if (mayGapMove()) {
        outcome = larger(outcome, new IteratedGaps(this, start, proximities).search());
      }
    }
    return outcome;
  }

  private static Outcome larger(Outcome one, Outcome other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /** Offers what paths lead to. */
  Outcome offer(IteratedStart start, IteratedCodes codes, List<IteratedPaths.Path> paths) {
    Outcome outcome = Outcome.NONE;
    for (IteratedPaths.Path path : paths) {
      Supplier<Circuit> finished = () -> new IteratedFinish(start, codes, path).circuit();
      double[] costs = path.costs();
      if (countsGrinding()) {
        Circuit its = finished.get();
        costs = aim.costs(its);
        finished = () -> its;
      }
      boolean isWithin = findings.offer(new Finding(start.regime(), costs, finished));
      outcome = larger(outcome, isWithin ? Outcome.FOUND : Outcome.BEYOND_LIMITS);
    }
    return outcome;
  }

  /** The path of least cost; or all that no other one beats. */
  List<IteratedPaths.Path> best(IteratedStart start, IteratedCodes codes) {
    List<IteratedPaths.Path> best = new ArrayList<>();
    for (Schedules schedules : schedules()) {
      // an average that is above the worst case counts as that
      for (boolean worst : aim.worst() ? List.of(true) : List.of(false, true)) {
        best.addAll(new IteratedPaths(start, codes, schedules, worst).best(findings.isFront()));
      }
    }
    best.sort((one, other) -> Double.compare(one.costs()[0], other.costs()[0]));
    return best;
  }

  /**
   * What no iterations cost less than, whether their folds, samples and steps are admitted or not.
   */
  void bound(IteratedStart start, IteratedCodes codes) {
    for (Schedules schedules : schedules()) {
      for (boolean worst : aim.worst() ? List.of(true) : List.of(false, true)) {
        IteratedGraph graph = new IteratedGraph(start, codes, schedules, worst);
        for (Iteration first : graph.from(graph.first())) {
          graph
              .leastFrom(first, 0)
              .ifPresent(least -> findings.bound(start.constant()[0] + least[0]));
        }
      }
    }
  }

  private List<Schedules> schedules() {
    Schedules schedules =
        space.schedules().orElse(new Schedules.Listed(List.of(design.layout().logFactors())));
    return schedules instanceof Schedules.Listed listed
        ? listed.each().stream().<Schedules>map(one -> new Schedules.Listed(List.of(one))).toList()
        : List.of(schedules);
  }
}
