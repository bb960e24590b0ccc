package org.soundcalc.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.model.Regime;

/**
 * A zkVM or one of its circuits under every regime asked for.
 *
 * @param comparison the zkVM
 * @param circuit the circuit's name; empty for the zkVM as a whole
 * @param proven the best proven figure; nothing where there is none
 * @param figures one for each regime, in the order of their ranks
 */
public record ComparisonRow(
    Comparison comparison,
    Optional<String> circuit,
    Optional<Security> proven,
    List<Figure> figures) {
  /**
   * {@return a zkVM as a whole: under each regime the minimum over its circuits}
   *
   * @param comparison its figures under the regimes asked for, and under the proven ones
   */
  public static ComparisonRow of(Comparison comparison) {
    Optional<Security> proven = comparison.proven().findSecurity();
    List<Figure> figures = new ArrayList<>();
    for (RegimeResult result : comparison.asked().last().results()) {
      Regime regime = result.regime();
      Optional<SecurityBasis> standing = comparison.asked().standing(regime::equals);
      OptionalLong bits =
          standing.isPresent()
              ? OptionalLong.of(standing.get().security().bits())
              : OptionalLong.empty();
      List<Missing> missing = missing(comparison.asked().circuits(), regime);
      figures.add(new Figure(regime, bits, missing, gap(regime, bits, proven)));
    }
    return new ComparisonRow(comparison, Optional.empty(), proven, List.copyOf(figures));
  }

  /**
   * {@return each circuit of a zkVM}
   *
   * @param comparison its figures under the regimes asked for, and under the proven ones
   */
  public static List<ComparisonRow> ofCircuits(Comparison comparison) {
    List<ComparisonRow> rows = new ArrayList<>();
    for (int i = 0; i < comparison.asked().circuits().size(); i++) {
      rows.add(of(comparison, i));
    }
    return List.copyOf(rows);
  }

  private static ComparisonRow of(Comparison comparison, int index) {
    CircuitEstimate circuit = comparison.asked().circuits().get(index);
    String name = circuit.name();
    Optional<Security> proven =
        comparison
            .proven()
            .circuits()
            .get(index)
            .best()
            .map(best -> new Security(Math.toIntExact(best.bits()), best.regime().name(), name));
    List<Figure> figures = new ArrayList<>();
    for (RegimeResult result : circuit.results()) {
      OptionalLong bits =
          result instanceof RegimeResult.Figures known
              ? OptionalLong.of(known.bits())
              : OptionalLong.empty();
      Regime regime = result.regime();
      List<Missing> missing = missing(List.of(circuit), regime);
      figures.add(new Figure(regime, bits, missing, gap(regime, bits, proven)));
    }
    return new ComparisonRow(comparison, Optional.of(name), proven, List.copyOf(figures));
  }

  private static OptionalLong gap(Regime regime, OptionalLong bits, Optional<Security> proven) {
    boolean hasGap = !regime.isProven() && bits.isPresent() && proven.isPresent();
    return hasGap ? OptionalLong.of(bits.getAsLong() - proven.get().bits()) : OptionalLong.empty();
  }

  private static List<Missing> missing(List<CircuitEstimate> circuits, Regime regime) {
    List<Missing> missing = new ArrayList<>();
    for (CircuitEstimate circuit : circuits) {
      for (RegimeResult result : circuit.results()) {
        if (result instanceof RegimeResult.NotCovered dash && dash.regime().equals(regime)) {
          missing.add(new Missing(circuit.name(), dash.reason()));
        }
      }
    }
    return List.copyOf(missing);
  }

  /** {@return the zkVM's name, verbatim from its file} */
  public String zkvm() {
    return comparison.asked().zkvm().name();
  }

  /** {@return the zkVM's version, where its file states one} */
  public Optional<String> version() {
    return comparison.version();
  }

  /**
   * A figure under a regime, beside what is proven.
   *
   * @param regime the regime
   * @param bits the figure; nothing where the regime leaves a circuit out
   * @param missing the circuits that it leaves out
   * @param gap bits above the best proven figure, or below it where negative; nothing for a proven
   *     regime, and where either figure is missing
   */
  public record Figure(Regime regime, OptionalLong bits, List<Missing> missing, OptionalLong gap) {
    /** {@return why it leaves circuits out: each reason once} */
    public List<String> reasons() {
      return missing.stream().map(Missing::reason).distinct().toList();
    }

    /** {@return the bits that would be lost if what the regime assumes turned out false} */
    public OptionalLong lost() {
      return gap.isPresent() ? OptionalLong.of(Math.max(0, gap.getAsLong())) : gap;
    }
  }

  /**
   * A circuit that a regime leaves out.
   *
   * @param circuit its name
   * @param reason why, such as {@code is not defined for JAGGED}
   */
  public record Missing(String circuit, String reason) {}
}
