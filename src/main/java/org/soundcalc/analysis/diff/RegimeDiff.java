package org.soundcalc.analysis.diff;

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
    Change<RegimeResult.Figures> figures = results.flatMap(RegimeResult::figures);
    return new RegimeDiff(
        results.latest().orElseThrow().regime(),
        figures.map(Total::of),
        results.flatMap(RegimeDiff::reason),
        terms(figures));
  }

  private static Optional<String> reason(RegimeResult result) {
    return result instanceof RegimeResult.NotCovered dash
        ? Optional.of(dash.reason())
        : Optional.empty();
  }

  private record Named(String name, TermFigure figure) {}

  private static List<TermDiff> terms(Change<RegimeResult.Figures> figures) {
    Change<List<Named>> named = figures.map(RegimeDiff::named);
    return Matching.byName(named, Named::name).stream()
        .map(term -> new TermDiff(term.latest().orElseThrow().name(), term.map(Named::figure)))
        .toList();
  }

  private static List<Named> named(RegimeResult.Figures figures) {
    return figures.terms().stream()
        .map(term -> new Named(term.term().name(), TermFigure.of(term, figures)))
        .toList();
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

  /**
   * A term's certified figure.
   *
   * @param bits whole bits, rounded down
   * @param hundredths bits in hundredths, rounded down
   * @param binding whether the circuit's figure under the regime is this one
   */
  public record TermFigure(long bits, long hundredths, boolean binding) {
    static TermFigure of(CertifiedTerm term, RegimeResult.Figures figures) {
      return new TermFigure(term.bits(), term.hundredthBits(), figures.isBinding(term));
    }
  }

  /**
   * A verifier round before and after.
   *
   * @param name the term's
   * @param figure nothing on a side whose protocol has no such round
   */
  public record TermDiff(String name, Change<RegimeDiff.TermFigure> figure) {
    /**
     * {@return whether the bits moved, if only by hundredths, or the term came or went, or it
     * became or ceased to be the binding one}
     */
    public boolean isMoved() {
      return figure.isMoved();
    }
  }

  /**
   * A circuit's figure under a regime.
   *
   * @param bits the minimum over its terms
   * @param binding the term that attains it
   * @param multiplicities the m that was chosen, one per iteration; empty where none was
   */
  public record Total(long bits, String binding, List<Long> multiplicities) {
    static Total of(RegimeResult.Figures figures) {
      return new Total(
          figures.bits(), figures.binding().term().name(), List.copyOf(figures.multiplicities()));
    }
  }
}
