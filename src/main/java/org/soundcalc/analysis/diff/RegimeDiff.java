package org.soundcalc.analysis.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.model.Regime;

/**
 * A circuit under a regime, before and after.
 *
 * @param regime the regime
 * @param total the circuit's figure; nothing on a side that the regime does not cover
 * @param reasons why it does not, on such a side
 * @param terms every term of either side, moved or not
 */
public record RegimeDiff(
    Regime regime, Change<Total> total, Change<String> reasons, List<TermDiff> terms) {
  /**
   * The difference of two results.
   *
   * @param results of one regime, at least one of them
   */
  static RegimeDiff of(Change<RegimeResult> results) {
    Change<RegimeResult.Figures> figures = results.flatMap(RegimeDiff::figures);
    return new RegimeDiff(
        results.latest().orElseThrow().regime(),
        figures.map(Total::of),
        results.flatMap(RegimeDiff::reason),
        terms(figures));
  }

  private static Optional<RegimeResult.Figures> figures(RegimeResult result) {
    return result instanceof RegimeResult.Figures figures ? Optional.of(figures) : Optional.empty();
  }

  private static Optional<String> reason(RegimeResult result) {
    return result instanceof RegimeResult.NotCovered dash
        ? Optional.of(dash.reason())
        : Optional.empty();
  }

  private record Named(String name, TermFigure figure) {}

  private static List<TermDiff> terms(Change<RegimeResult.Figures> figures) {
    Change<List<Named>> named = figures.map(RegimeDiff::named);
    List<TermDiff> terms = new ArrayList<>();
    for (Change<Named> term :
        Matching.byName(
            named.before().orElse(List.of()), named.after().orElse(List.of()), Named::name)) {
      terms.add(new TermDiff(term.latest().orElseThrow().name(), term.map(Named::figure)));
    }
    return List.copyOf(terms);
  }

  private static List<Named> named(RegimeResult.Figures figures) {
    List<Named> named = new ArrayList<>(figures.terms().size());
    for (CertifiedTerm term : figures.terms()) {
      named.add(new Named(term.term().name(), TermFigure.of(term, figures.binding())));
    }
    return named;
  }

  /** {@return the terms whose figures moved, and those that came or went} */
  public List<TermDiff> movedTerms() {
    return terms.stream().filter(TermDiff::isMoved).toList();
  }

  /** {@return whether a figure moved, or the regime started or stopped to cover the circuit} */
  public boolean isMoved() {
    return total.isMoved() || terms.stream().anyMatch(TermDiff::isMoved);
  }

  /** Whether proven bits were lost, be it all of them. */
  boolean isRegression() {
    return regime.isProven() && hasFallen(total.map(Total::bits));
  }

  /** Whether there are fewer, or none where there were some. */
  static boolean hasFallen(Change<Long> bits) {
    return bits.before().isPresent()
        && (bits.after().isEmpty() || bits.after().get() < bits.before().get());
  }
}
