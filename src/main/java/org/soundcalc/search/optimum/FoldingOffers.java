package org.soundcalc.search.optimum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;

/** The best folds for a number of queries at one rate, under one regime. */
final class FoldingOffers {
  private final FoldingSearch search;
  private final FoldingDesign design;
  private final Sites sites;
  private final Regime regime;
  private final Layout plain;
  private final OtherTerms others;
  private final FoldingErrors errors;

  /**
   * Folds.
   *
   * @param plain the rate, with one fold and one query
   * @param others the terms that no layout moves, at each proximity parameter
   * @param errors of queries and folds, at this rate
   */
  FoldingOffers(
      FoldingSearch search,
      Sites sites,
      Regime regime,
      Layout plain,
      OtherTerms others,
      FoldingErrors errors) {
    this.search = search;
    this.design = search.design();
    this.sites = sites;
    this.regime = regime;
    this.plain = plain;
    this.others = others;
    this.errors = errors;
  }

  private Aim aim() {
    return search.aim();
  }

  /**
   * Offers the best folds for so many queries.
   *
   * @return whether nothing was forbidden that would be better
   */
  boolean best(long number, long last, Layout layout, boolean worst) {
    FoldingCosts costs =
        new FoldingCosts(
            aim(),
            worst,
            design.parts(layout, aim().hashRateBits(search.circuit())),
            layout.grindingFolds(),
            Sites.nonceBits(search.circuit()));
    double[] start = start(number, layout, costs);
    double[] most = search.findings().limits();
    for (int i = 0; i < most.length; i++) {
      most[i] -= start[i];
    }
    Set<FoldingErrors.Fold> forbidden = new HashSet<>();
    while (true) {
      int before = forbidden.size();
      for (FoldPaths.Path path : paths(number, costs, most, forbidden)) {
        if (admits(number, path.logFactors(), layout.grindingFolds(), forbidden)) {
          Layout found = layout.with(path.logFactors());
          search
              .findings()
              .offer(
                  new Finding(
                      regime,
                      FoldPaths.sum(start, path.costs()),
                      () ->
                          new FoldingFinish(search, sites, plain, others, errors)
                              .circuit(number, last, found)));
        }
      }
      if (forbidden.size() == before) {
        return forbidden.isEmpty();
      }
    }
  }

  /** What all layouts of so many queries cost, with the proof-of-work that no layout moves. */
  private double[] start(long number, Layout layout, FoldingCosts costs) {
    double[] start = FoldPaths.sum(search.constant(), costs.start());
    if (aim().countsGrinding() || aim().countsNonces(search.circuit())) {
      Circuit ground = ground(number, layout.queries(), layout.grindingQueries());
      double tries = FoldingFinish.tries(ground);
      double nonces = Sites.nonces(ground);
      for (int i = 0; i < start.length; i++) {
        Axis axis = aim().axes().get(i);
        start[i] += axis.isMovedByGrinding() ? tries : axis == Axis.PROOF_SIZE ? nonces : 0;
      }
    }
    return start;
  }

  /** The circuit with the least proof-of-work that no layout moves, and none before folds. */
  Circuit ground(long number, long some, long grinding) {
    return others.ground(number, design.with(plain.with(some, grinding)));
  }

  /**
   * The folds of least cost, or those that no others beat on every axis, but for forbidden ones.
   */
  List<FoldPaths.Path> paths(
      long number, FoldingCosts costs, double[] most, Set<FoldingErrors.Fold> forbidden) {
    Schedules schedules =
        search
            .space()
            .schedules()
            .orElseGet(() -> new Schedules.Listed(List.of(design.layout().logFactors())));
    FoldPaths.Costs admitted = new Admitted(number, costs, forbidden);
    if (schedules instanceof Schedules.Any any) {
      return new FoldPaths(
              design.logDimension(), any.logFactors(), admitted, most, search.findings().meter())
          .best();
    }
    List<FoldPaths.Path> all = new ArrayList<>();
    for (List<Integer> factors : ((Schedules.Listed) schedules).each()) {
      if (factors.stream().mapToInt(Integer::intValue).sum() <= design.logDimension()) {
        all.add(FoldPaths.path(factors, design.logDimension(), admitted));
      }
    }
    return FoldPaths.best(all, most);
  }

  /** Costs of folds, infinite where they are forbidden. */
  private final class Admitted implements FoldPaths.Costs {
    private final long number;
    private final FoldingCosts costs;
    private final Set<FoldingErrors.Fold> forbidden;

    Admitted(long number, FoldingCosts costs, Set<FoldingErrors.Fold> forbidden) {
      this.number = number;
      this.costs = costs;
      this.forbidden = forbidden;
    }

    @Override
    public double[] fold(int logFactor, int logFoldedDimension) {
      search.findings().meter().edge();
      double[] cost = costs.fold(logFactor, logFoldedDimension);
      if (forbidden.contains(new FoldingErrors.Fold(number, logFactor, logFoldedDimension))) {
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
      }
      return cost;
    }

    @Override
    public double[] end(int logDimension) {
      return costs.end(logDimension);
    }
  }

  /** Whether every fold has enough bits; those that have not are forbidden from now on. */
  private boolean admits(
      long number, List<Integer> logFactors, long grinding, Set<FoldingErrors.Fold> forbidden) {
    boolean all = true;
    int log = design.logDimension();
    for (int factor : logFactors) {
      log -= factor;
      FoldingErrors.Fold fold = new FoldingErrors.Fold(number, factor, log);
      if (errors.foldBits(fold) + grinding < aim().bits()) {
        forbidden.add(fold);
        all = false;
      }
    }
    return all;
  }
}
