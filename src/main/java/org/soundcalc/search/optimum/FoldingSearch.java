package org.soundcalc.search.optimum;

import java.util.List;
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
record FoldingSearch(
    Circuit circuit, FoldingDesign design, Space space, Aim aim, Findings findings) {
  private static final List<Integer> ONE_FOLD = List.of(1);

  /** Looks under one regime, at each rate. */
  void search(Regime regime) {
    for (Rate rate : space.values(design.rateKey(), design.layout().rate())) {
      Layout plain = design.layout().with(rate).with(ONE_FOLD).with(1, 0);
      try {
        search(regime, plain);
      } catch (InvalidConfiguration contradiction) {
        findings.refuse(contradiction);
      }
    }
  }

  private void search(Regime regime, Layout plain) {
    Circuit bare = design.with(plain).withoutGrinding();
    if (bare.excludes(regime.info().decoding()).isPresent()) {
      return;
    }
    Code code = bare.codes().get(0);
    for (Proximities proximities : regime.proximities(code)) {
      boolean keepsGap = proximities.gap().apply(proximities.least()).equals(code.gap());
      boolean chosen = proximities.gap().apply(proximities.least()).isEmpty();
      if (keepsGap || chosen || design.gapKey().filter(space::moves).isPresent()) {
        new FoldingCode(this, regime, plain, bare, proximities).search();
      }
    }
  }
}
