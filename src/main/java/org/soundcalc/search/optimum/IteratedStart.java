package org.soundcalc.search.optimum;

import java.util.Optional;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.IteratedLayout;
import org.soundcalc.model.design.Iteration;
import org.soundcalc.model.design.Part;
import org.soundcalc.model.design.Proximities;

/** What iterations begin with at one rate under one regime. */
final class IteratedStart {
  private final IteratedSearch search;
  private final IteratedSearch.At at;
  private final Regime regime;
  private final Optional<Rational> gap;
  private final Circuit bare;
  private final Sites sites;
  private final IteratedEntries entries;

  /**
   * A start.
   *
   * @param at the rate
   * @param gap that is stated, if one is
   * @param mostGrinding bits at each site of an iteration
   * @throws org.soundcalc.model.InvalidConfiguration if the rate contradicts the rest
   */
  IteratedStart(
      IteratedSearch search,
      Regime regime,
      IteratedSearch.At at,
      Optional<Rational> gap,
      long mostGrinding) {
    this.search = search;
    this.at = at;
    this.regime = regime;
    this.gap = gap;
    this.bare =
        at.design().with(IteratedLayout.ofOneFold(at.logInverseRate(), gap)).withoutGrinding();
    this.sites = new Sites(search.circuit(), search.space());
    this.entries = new IteratedEntries(search.space(), at.design(), mostGrinding);
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
    Iteration one = new Iteration(0, design().logDegree(), logInverseRate(), 1);
    double[] layout = costs(parts().sent(one, 0), true);
    layout = FoldPaths.sum(layout, costs(parts().word(one, 1), true));
    layout = FoldPaths.sum(layout, costs(parts().end(one.logDegreeAfter()), true));
    // the same on average, which is not capped part by part
    double[] constant = search.aim().ofWorst().costs(bare);
    for (int i = 0; i < constant.length; i++) {
      constant[i] = Math.max(0, constant[i] - layout[i]);
    }
    return constant;
  }

  /** What a part costs on each axis, without proof-of-work. */
  double[] costs(Part part, boolean worst) {
    return search.aim().axes().stream()
        .mapToDouble(
            axis ->
                axis == Axis.PROOF_SIZE
                    ? (worst ? part.worstCaseBits() : part.expectedBits()).get().doubleValue()
                    : axis.of(part.costs().get()))
        .toArray();
  }
}
