package org.soundcalc.search.optimum;

import java.util.List;
import java.util.Optional;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.design.Proximities;

/**
 * The best layouts of a circuit whose commitment goes from code to code.
 *
 * <p>Rates and regimes are enumerated. Where a regime chooses a proximity parameter for each code,
 * the best iterations are a {@linkplain IteratedPaths shortest path}. Where one gap to the Johnson
 * radius stands for all codes, an interval of gaps is bounded at once: no gap in it costs less than
 * iterations whose queries are at its narrow end, and all else at its wide one. Intervals that
 * might hold something better are halved.
 */
record IteratedSearch(
    Circuit circuit, IteratedDesign design, Space space, Aim aim, Findings findings) {
  /** Looks under one regime, at each rate. */
  void search(Regime regime) {
    IteratedLayout now = design.layout();
    for (long rate : space.values(design.rateKey(), (long) now.logInverseRate())) {
      try {
        search(regime, (int) rate);
      } catch (InvalidConfiguration contradiction) {
        findings.refuse(contradiction);
      }
    }
  }

  private void search(Regime regime, int rate) {
    IteratedStart start = new IteratedStart(this, regime, rate);
    if (start.isExcluded()) {
      return;
    }
    Optional<Rational> gap = design.layout().gap();
    List<Proximities> kinds = regime.proximities(start.bare().codes().get(0));
    for (int kind = 0; kind < kinds.size(); kind++) {
      Proximities proximities = kinds.get(kind);
      Optional<Rational> its = proximities.gap().apply(proximities.least());
      if (its.isEmpty() || its.equals(gap)) {
        IteratedCodes codes = new IteratedCodes.Chosen(start.design(), regime, kind, gap);
        best(start, codes)
            .ifPresent(
                path ->
                    findings.offer(
                        new Finding(
                            regime,
                            path.cost(),
                            () -> new IteratedFinish(start, codes, path).circuit())));
      } else if (design.gapKey().filter(space::moves).isPresent()) {
        new IteratedGaps(this, start, proximities).look();
      }
    }
  }

  /** The path of least cost. */
  Optional<IteratedPaths.Path> best(IteratedStart start, IteratedCodes codes) {
    Optional<IteratedPaths.Path> best = Optional.empty();
    for (Schedules schedules : schedules()) {
      // an average that is above the worst case counts as that
      for (boolean worst : aim.worst() ? List.of(true) : List.of(false, true)) {
        Optional<IteratedPaths.Path> path =
            new IteratedPaths(start, codes, schedules, worst).best();
        if (path.isPresent() && (best.isEmpty() || path.get().cost() < best.get().cost())) {
          best = path;
        }
      }
    }
    return best;
  }

  private List<Schedules> schedules() {
    Schedules schedules =
        space.schedules().orElse(new Schedules.Listed(List.of(design.layout().logFactors())));
    return schedules instanceof Schedules.Listed listed
        ? listed.each().stream().<Schedules>map(one -> new Schedules.Listed(List.of(one))).toList()
        : List.of(schedules);
  }
}
