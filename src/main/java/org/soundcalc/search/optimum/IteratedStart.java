package org.soundcalc.search.optimum;

import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.design.Iteration;
import org.soundcalc.model.design.Proximities;
import org.soundcalc.model.keys.Limits;

/** What iterations begin with at one rate under one regime. */
final class IteratedStart {
  private final IteratedSearch search;
  private final IteratedSearch.At at;
  private final Regime regime;
  private final Optional<Rational> gap;
  private final Circuit bare;
  private final Sites sites;
  private final boolean isLimited;
  private final IteratedEntries entries;
  private final double[] constant;
  private final GroundSteps.Known groundSteps = new GroundSteps.Known();
  private final GroundBound.Known groundBounds = new GroundBound.Known();

  /**
   * A start.
   *
   * @param at the rate
   * @param gap that is stated, if one is
   * @throws org.soundcalc.model.InvalidConfiguration if the rate contradicts the rest
   */
  IteratedStart(
      IteratedSearch search, Regime regime, IteratedSearch.At at, Optional<Rational> gap) {
    this(search, regime, at, gap, Limits.GRINDING_BITS, false);
  }

  private IteratedStart(
      IteratedSearch search,
      Regime regime,
      IteratedSearch.At at,
      Optional<Rational> gap,
      long mostGrinding,
      boolean isLimited) {
    this.search = search;
    this.at = at;
    this.regime = regime;
    this.gap = gap;
    this.bare =
        at.design().with(IteratedLayout.ofOneFold(at.logInverseRate(), gap)).withoutGrinding();
    this.sites = new Sites(search.circuit(), search.space());
    this.isLimited = isLimited;
    this.entries = new IteratedEntries(search.space(), at.design(), mostGrinding);
    this.constant = constantCosts();
  }

  /** Whether sites have a limit of proof-of-work in common. */
  boolean isLimited() {
    return isLimited;
  }

  /** The same with a limit of proof-of-work at each site of an iteration. */
  IteratedStart upTo(long mostGrinding) {
    return new IteratedStart(search, regime, at, gap, mostGrinding, true);
  }

  IteratedSearch search() {
    return search;
  }

  IteratedDesign design() {
    return at.design();
  }

  IteratedDesign.Parts parts() {
    return at.parts();
  }

  IteratedCosts costs() {
    return at.costs();
  }

  IteratedCodes.Known bounds() {
    return at.bounds();
  }

  GroundSteps.Known groundSteps() {
    return groundSteps;
  }

  GroundBound.Known groundBounds() {
    return groundBounds;
  }

  Regime regime() {
    return regime;
  }

  int logInverseRate() {
    return at.logInverseRate();
  }

  Optional<Rational> gap() {
    return gap;
  }

  IteratedEntries entries() {
    return entries;
  }

  Sites sites() {
    return sites;
  }

  /** The circuit with one fold, without proof-of-work. */
  Circuit bare() {
    return bare;
  }

  /** Whether the regime is none of the circuit's. */
  boolean isExcluded() {
    return bare.excludes(regime.info().decoding()).isPresent();
  }

  /** The terms that no iteration moves. */
  OtherTerms others(IteratedCodes.Numbered code) {
    return new OtherTerms(
        bare,
        regime,
        Proximities.chosen(code.least(), code.most(), code.growing()),
        design()::isOfIteration,
        sites,
        bits(),
        search.findings().meter());
  }

  long bits() {
    return search.aim().bits();
  }

  /** Whether an error is small enough with so many bits of proof-of-work. */
  boolean isEnough(Formula error, long grinding) {
    search.findings().meter().term();
    return bits() == 0 || ErrorBits.of(error) + grinding >= bits();
  }

  /** What no layout moves, on each axis. */
  double[] constant() {
    return constant;
  }

  private double[] constantCosts() {
    Iteration one = new Iteration(0, design().logDegree(), logInverseRate(), 1);
    double[] layout = costs().sent(one, 0, true);
    layout = FoldPaths.sum(layout, costs().word(one, 1, true));
    layout = FoldPaths.sum(layout, costs().end(one.logDegreeAfter(), true));
    // the same on average, which is not capped part by part
    double[] costs = search.aim().ofWorst().costs(bare);
    for (int i = 0; i < costs.length; i++) {
      costs[i] = Math.max(0, costs[i] - layout[i]);
    }
    return costs;
  }
}
