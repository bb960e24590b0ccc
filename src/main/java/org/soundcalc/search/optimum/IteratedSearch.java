package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.Iteration;
import org.soundcalc.model.design.Proximities;
import org.soundcalc.model.keys.Key;

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
 * costs something that counts, as nonces that are sent do, {@linkplain GroundPaths each site is
 * chosen with them}. Fronts of too many ways, and codes that have a choice of proximity parameters
 * each, are searched with several limits then that all sites have in common; what sites of
 * different bits could win is missed.
 */
record IteratedSearch(
    Circuit circuit, IteratedDesign design, Space space, Aim aim, Findings findings) {
  private static final long GRINDING_STEP = 2;

  /** Beyond it, a front is searched as if all sites had one limit. */
  private static final long MOST_LABELS_OF_FRONT = 200_000;

  /** Below it doubles add up whole numbers exactly. */
  private static final double LARGEST_EXACT = 0x1p53;

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
      this(
          search.aim,
          search.circuit,
          logInverseRate,
          at,
          at.parts(search.aim.hashRateBits(search.circuit)));
    }

    private At(
        Aim aim,
        Circuit circuit,
        int logInverseRate,
        IteratedDesign at,
        IteratedDesign.Parts parts) {
      this(
          logInverseRate,
          at,
          parts,
          new IteratedCosts(aim, circuit, parts),
          new IteratedCodes.Known());
    }
  }

  private void search(Regime regime, At rate, Optional<Rational> gap) {
    IteratedStart start = new IteratedStart(this, regime, rate, gap);
    if (start.isExcluded()) {
      return;
    }
    List<Proximities> kinds = regime.proximities(start.bare().codes().get(0));
    for (int kind = 0; kind < kinds.size(); kind++) {
      Proximities proximities = kinds.get(kind);
      Optional<Rational> its = proximities.gap().apply(proximities.least());
      if (its.isEmpty() || its.equals(gap)) {
        search(start, new IteratedCodes.Chosen(start.design(), regime, kind, gap));
      } else if (mayGapMove()) {
        search(start, proximities);
      }
    }
  }

  private void search(IteratedStart start, IteratedCodes.Chosen codes) {
    if (findings.isSurvey()) {
      new IteratedSurvey(start, codes).note();
    } else if (findings.isBound()) {
      bound(start, codes);
    } else if (!countsGrinding()) {
      offer(start.regime(), best(start, codes));
    } else {
      proven(start, areSettled(start, codes), its -> offer(its.regime(), best(its, codes)));
    }
  }

  private void search(IteratedStart start, Proximities gaps) {
    if (!countsGrinding() || findings.isBound() || findings.isSurvey()) {
      new IteratedGaps(this, start, gaps).search();
    } else {
      proven(start, true, its -> new IteratedGaps(this, its, gaps).search());
    }
  }

  /**
   * Where proof-of-work counts: with bits of its own for each site; or, where that is too much,
   * with limits.
   */
  private Outcome proven(
      IteratedStart start, boolean areSettled, Function<IteratedStart, Outcome> search) {
    try {
      if (areSettled && !hasTooMany()) {
        return search.apply(start);
      }
    } catch (GroundPaths.TooManyException tooMany) {
      // what was found of it stays
    }
    return limited(start, search);
  }

  /** Whether a front has more ways than are looked at one by one. */
  boolean hasTooMany() {
    return findings.isFront() && findings.meter().labels() > MOST_LABELS_OF_FRONT;
  }

  /**
   * Less proof-of-work is of no use where more finds nothing, or what it finds may cost so much.
   *
   * @param search with a limit that all sites have in common
   */
  private Outcome limited(IteratedStart start, Function<IteratedStart, Outcome> search) {
    findings.miss();
    boolean isFree =
        !aim.least().isMovedByGrinding() && !aim.countsNonces(circuit) && !findings.isFront();
    Outcome outcome = Outcome.NONE;
    for (long grinding : mostGrinding()) {
      outcome = search.apply(start.upTo(grinding));
      if (outcome == Outcome.NONE || (outcome == Outcome.FOUND && isFree)) {
        return outcome;
      }
    }
    return outcome;
  }

  /** What came of a search. */
  enum Outcome {
    /** No configuration has the bits. */
    NONE,
    /** With its proof-of-work it costs too much, or something better is known. */
    BEATEN,
    /** One was found. */
    FOUND
  }

  /**
   * The lowest first, whose proofs are the smallest: the others are left all the sooner. Where the
   * prover's work is to be little, the highest.
   */
  private List<Long> rates() {
    List<Long> rates =
        new ArrayList<>(space.values(design.rateKey(), (long) design.layout().logInverseRate()));
    boolean isOfProver = aim.least() == Axis.PROVER || aim.least() == Axis.MEMORY;
    rates.sort(
        isOfProver && countsGrinding() ? Comparator.naturalOrder() : Comparator.reverseOrder());
    return rates;
  }

  private List<Long> mostGrinding() {
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

  private static Outcome larger(Outcome one, Outcome other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  /**
   * What iterations cost, and the circuit that they make.
   *
   * @param costs where proof-of-work counts that is chosen last, without it
   */
  @SuppressWarnings("ArrayRecordComponent") // compared element by element alone
  record Way(double[] costs, Supplier<Circuit> circuit) {}

  /** Offers what was found. */
  Outcome offer(Regime regime, List<Way> ways) {
    Outcome outcome = Outcome.NONE;
    for (Way way : ways) {
      Supplier<Circuit> circuit = way.circuit;
      double[] costs = way.costs;
      if (countsGrinding()) {
        Circuit its = circuit.get();
        costs = aim.costs(its);
        circuit = () -> its;
        if (Arrays.stream(costs).anyMatch(cost -> cost > LARGEST_EXACT)) {
          findings.miss();
        }
      }
      boolean isWithin = findings.offer(new Finding(regime, costs, circuit));
      outcome = larger(outcome, isWithin ? Outcome.FOUND : Outcome.BEATEN);
    }
    return outcome;
  }

  /** Whether each code has one proximity parameter. */
  private boolean areSettled(IteratedStart start, IteratedCodes codes) {
    return codes instanceof IteratedCodes.Pinned
        || schedules().stream()
            .allMatch(
                schedules -> new IteratedGraph(start, codes, schedules, true).areCodesSettled());
  }

  /** The iterations of least cost; or all that no others beat. */
  List<Way> best(IteratedStart start, IteratedCodes codes) {
    boolean isGround = countsGrinding() && !start.isLimited() && areSettled(start, codes);
    List<Way> best = new ArrayList<>();
    for (Schedules schedules : schedules()) {
      // an average that is above the worst case counts as that
      for (boolean worst : aim.worst() ? List.of(true) : List.of(false, true)) {
        if (isGround) {
          best.addAll(new GroundPaths(start, codes, schedules, worst).best(findings.isFront()));
        } else {
          for (IteratedPaths.Path path :
              new IteratedPaths(start, codes, schedules, worst).best(findings.isFront())) {
            best.add(new Way(path.costs(), () -> new IteratedFinish(start, codes, path).circuit()));
          }
        }
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
