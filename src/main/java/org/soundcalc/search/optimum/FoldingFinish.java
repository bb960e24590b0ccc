package org.soundcalc.search.optimum;

import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.GrindingSite;
import org.soundcalc.model.design.FoldingDesign;
import org.soundcalc.model.design.Layout;

/**
 * Makes the circuit of a layout that was found, with no more proof-of-work than it needs.
 *
 * @param search whose layout it is
 * @param sites of proof-of-work
 * @param plain the rate, and the gap where the regime does not choose it
 * @param others the terms that no layout moves
 * @param errors of queries and folds
 */
record FoldingFinish(
    FoldingSearch search, Sites sites, Layout plain, OtherTerms others, FoldingErrors errors) {
  private FoldingDesign design() {
    return search.design();
  }

  /**
   * The circuit with so many queries and these folds, and the least proof-of-work: at which
   * proximity parameter that is, is left to choose.
   *
   * @param first number at which the layout was found
   * @param last number that the other terms admit
   * @param layout with the most proof-of-work that there may be
   */
  Circuit circuit(long first, long last, Layout layout) {
    Optional<Circuit> least = Optional.empty();
    for (long grinding : sites.of(design().grindingQueriesKey()).orElseThrow().bits()) {
      if (grinding <= layout.grindingQueries()
          && errors.areEnough(layout.queries(), last, grinding)) {
        long number = Math.max(first, errors.firstNumber(layout.queries(), last, grinding));
        Optional<Circuit> some = work(number, layout.with(layout.queries(), grinding));
        if (some.isPresent() && (least.isEmpty() || isLess(some.get(), least.get()))) {
          least = some;
        }
      }
    }
    return least.orElseThrow();
  }

  /** The circuit with the least proof-of-work; nothing where a fold is not admitted. */
  private Optional<Circuit> work(long number, Layout layout) {
    long ofFolds = 0;
    int log = design().logDimension();
    for (int factor : layout.logFactors()) {
      log -= factor;
      long bits = errors.foldBits(new FoldingErrors.Fold(number, factor, log));
      ofFolds = Math.max(ofFolds, search.aim().bits() - bits);
    }
    Optional<Sites.Site> site = design().grindingFoldsKey().flatMap(sites::of);
    OptionalLong grinding =
        site.isPresent()
            ? site.get().least(ofFolds)
            : ofFolds > 0 ? OptionalLong.empty() : OptionalLong.of(0);
    if (grinding.isEmpty() || !others.isAdmitted(number)) {
      return Optional.empty();
    }
    Optional<Rational> gap = others.gap(number);
    Layout whole =
        new Layout(
            layout.rate(),
            layout.queries(),
            layout.logFactors(),
            gap.isPresent() ? gap : plain.gap(),
            layout.grindingQueries(),
            grinding.getAsLong());
    return Optional.of(others.ground(number, design().with(whole)));
  }

  /** Nonces first, which the costs are promised with. */
  private static boolean isLess(Circuit some, Circuit other) {
    int nonces = Double.compare(Sites.nonces(some), Sites.nonces(other));
    return nonces < 0 || (nonces == 0 && tries(some) < tries(other));
  }

  /** How often the prover of a circuit is expected to try. */
  static double tries(Circuit circuit) {
    return GrindingSite.work(circuit.grindingSites()).ceil().doubleValue();
  }
}
