package org.soundcalc.search.optimum;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Rate;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;
import org.soundcalc.model.design.Proximities;

/**
 * The best layouts of a circuit whose commitment stays with one code.
 *
 * <p>Only rates and regimes are enumerated. At each, one number decides, that of the proximity
 * parameter: the errors of batching, folds, ALI and DEEP grow with it, and that of the queries
 * falls. So there is a last one that all terms but the queries' admit, which has the fewest
 * queries; and for each number of queries from there on, the first one that needs no more of them
 * admits the most folds. Nothing between these can win. Costs are sums over folds, so that the best
 * folds are a shortest path; more queries are of no use once it is admitted whole.
 */
final class FoldingSearch {
  private static final List<Integer> ONE_FOLD = List.of(1);

  private final Circuit circuit;
  private final FoldingDesign design;
  private final Space space;
  private final Aim aim;
  private final Findings findings;
  private final Sites sites;
  private final double[] constant;

  /**
   * A search.
   *
   * @param circuit the circuit, its field and all else that is no part of a layout as they shall be
   * @param design how it may be laid out
   * @param findings to which the best layouts are offered
   */
  FoldingSearch(Circuit circuit, FoldingDesign design, Space space, Aim aim, Findings findings) {
    this.circuit = circuit;
    this.design = design;
    this.space = space;
    this.aim = aim;
    this.findings = findings;
    this.sites = new Sites(circuit, space);
    this.constant = constantCosts();
  }

  /** What no layout moves. */
  private double[] constantCosts() {
    Layout plain = design.layout().with(ONE_FOLD);
    Circuit bare = design.with(plain).withoutGrinding();
    FoldingCosts costs =
        new FoldingCosts(aim, true, design.parts(plain, aim.hashRateBits(circuit)), 0, 0);
    double[] layout =
        FoldPaths.sum(
            costs.start(), FoldPaths.path(ONE_FOLD, design.logDimension(), costs).costs());
    // the same on average, which is not capped part by part
    double[] constant = aim.ofWorst().costs(bare);
    for (int i = 0; i < constant.length; i++) {
      constant[i] = Math.max(0, constant[i] - layout[i]);
    }
    return constant;
  }

  Circuit circuit() {
    return circuit;
  }

  FoldingDesign design() {
    return design;
  }

  Space space() {
    return space;
  }

  Aim aim() {
    return aim;
  }

  Findings findings() {
    return findings;
  }

  double[] constant() {
    return constant;
  }

  /** Looks under one regime, at each rate. */
  void search(Regime regime) {
    for (Rate rate : space.values(design.rateKey(), design.layout().rate())) {
      for (Optional<Rational> gap : gaps()) {
        Layout plain = new Layout(rate, 1, ONE_FOLD, gap, 0, 0);
        try {
          search(regime, plain);
        } catch (InvalidConfiguration contradiction) {
          findings.refuse(contradiction);
        }
      }
    }
  }

  /** Those that were stated; else that of today, from which a regime may depart. */
  private List<Optional<Rational>> gaps() {
    List<Optional<Rational>> stated =
        design.gapKey().map(key -> space.values(key, design.layout().gap())).orElse(List.of());
    return stated.isEmpty() ? List.of(design.layout().gap()) : stated;
  }

  private void search(Regime regime, Layout plain) {
    Circuit bare = design.with(plain).withoutGrinding();
    if (bare.excludes(regime.info().decoding()).isPresent()) {
      return;
    }
    Code code = bare.codes().get(0);
    for (Proximities proximities : regime.proximities(code)) {
      if (isOpen(proximities, code)) {
        OtherTerms others =
            new OtherTerms(
                bare, regime, proximities, design::isOfLayout, sites, aim.bits(), findings.meter());
        FoldingCode ofCode = new FoldingCode(this, sites, regime, plain, others);
        if (findings.isSurvey()) {
          ofCode.survey();
        } else if (findings.isBound()) {
          ofCode.bound();
        } else {
          ofCode.search();
        }
      }
    }
  }

  /** Whether the gap need not move for them, or may. */
  private boolean isOpen(Proximities proximities, Code code) {
    Optional<Rational> gap = proximities.gap().apply(proximities.least());
    boolean mayMove =
        design
            .gapKey()
            .filter(key -> space.moves(key) && space.values(key, code.gap()).isEmpty())
            .isPresent();
    return mayMove || gap.isEmpty() || gap.equals(code.gap());
  }
}
