package org.soundcalc.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.Standing;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Regime;

/**
 * A zkVM or one of its circuits under every regime asked for.
 *
 * @param zkvm the zkVM's name and version
 * @param circuit the circuit's name; empty for the zkVM as a whole
 * @param proven the best proven figure; nothing where there is none
 * @param figures one for each regime, in the order of their ranks
 */
public record ComparisonRow(
    String zkvm, Optional<String> circuit, Optional<Security> proven, List<RegimeFigure> figures) {

  /**
   * A zkVM as a whole: under each regime the minimum over its circuits.
   *
   * @param estimate under the regimes to show, and every proven one
   * @param shown the regimes to show
   */
  public static ComparisonRow of(ZkvmEstimate estimate, List<Regime> shown) {
    List<RegimeFigure> figures = new ArrayList<>();
    for (Regime regime : shown) {
      Optional<Standing> standing = estimate.standing(regime::equals);
      OptionalLong bits =
          standing.isPresent()
              ? OptionalLong.of(standing.get().security().bits())
              : OptionalLong.empty();
      figures.add(figure(regime, bits, reason(estimate.circuits(), regime), estimate.security()));
    }
    return new ComparisonRow(
        estimate.zkvm().title(), Optional.empty(), estimate.security(), List.copyOf(figures));
  }

  /**
   * Each circuit of a zkVM.
   *
   * @param estimate under the regimes to show, and every proven one
   * @param shown the regimes to show
   */
  public static List<ComparisonRow> ofCircuits(ZkvmEstimate estimate, List<Regime> shown) {
    return estimate.circuits().stream().map(c -> of(estimate.zkvm().title(), c, shown)).toList();
  }

  private static ComparisonRow of(String zkvm, CircuitEstimate circuit, List<Regime> shown) {
    String name = circuit.circuit().id().name();
    Optional<Security> proven =
        circuit.best().map(f -> new Security(f.bits(), f.regime().name(), name));
    List<RegimeFigure> figures = new ArrayList<>();
    for (RegimeResult result : circuit.results()) {
      if (!shown.contains(result.regime())) {
        continue;
      }
      OptionalLong bits =
          result instanceof RegimeResult.Figures known
              ? OptionalLong.of(known.bits())
              : OptionalLong.empty();
      figures.add(figure(result.regime(), bits, reason(List.of(circuit), result.regime()), proven));
    }
    return new ComparisonRow(zkvm, Optional.of(name), proven, List.copyOf(figures));
  }

  private static RegimeFigure figure(
      Regime regime, OptionalLong bits, Optional<String> reason, Optional<Security> proven) {
    boolean hasGap = !regime.isProven() && bits.isPresent() && proven.isPresent();
    OptionalLong gap =
        hasGap ? OptionalLong.of(bits.getAsLong() - proven.get().bits()) : OptionalLong.empty();
    return new RegimeFigure(regime, bits, reason, gap);
  }

  /** Why a regime leaves out one of the circuits: what it says of the first. */
  private static Optional<String> reason(List<CircuitEstimate> circuits, Regime regime) {
    return circuits.stream()
        .flatMap(circuit -> circuit.results().stream())
        .filter(result -> result.regime().equals(regime))
        .filter(RegimeResult.Dash.class::isInstance)
        .map(result -> ((RegimeResult.Dash) result).reason())
        .findFirst();
  }
}
