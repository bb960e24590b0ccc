package org.soundcalc.analysis.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Regime;

/**
 * A zkVM or one of its circuits under every regime asked for.
 *
 * @param comparison the zkVM
 * @param circuit the circuit's name; empty for the zkVM as a whole
 * @param proven the best proven figure; nothing where there is none
 * @param lacksListBound whether no theorem bounds a list that this figure counts on
 * @param figures one for each regime, in the order of their ranks
 */
public record ComparisonRow(
    Comparison comparison,
    Optional<String> circuit,
    Optional<Security> proven,
    boolean lacksListBound,
    List<Figure> figures) {
  /**
   * {@return a zkVM as a whole: under each regime the minimum over its circuits}
   *
   * @param comparison its figures under the regimes asked for, and under the proven ones
   */
  public static ComparisonRow of(Comparison comparison) {
    ZkvmEstimate asked = comparison.asked();
    ZkvmEstimate known = comparison.proven();
    Optional<SecurityBasis> best = known.standing(Regime::isProven);
    Optional<SecurityBasis> proven =
        known
            .standing(regime -> isBounded(known.circuits(), regime))
            .filter(basis -> basis.security().bits() == best.orElseThrow().security().bits())
            .or(() -> best);
    return of(
        comparison,
        Optional.empty(),
        proven.map(SecurityBasis::security),
        proven.stream().anyMatch(SecurityBasis::lacksListBound),
        asked.circuits(),
        regime -> asked.standing(regime::equals).map(s -> (long) s.security().bits()));
  }

  /**
   * {@return each circuit of a zkVM}
   *
   * @param comparison its figures under the regimes asked for, and under the proven ones
   */
  public static List<ComparisonRow> ofCircuits(Comparison comparison) {
    return IntStream.range(0, comparison.asked().circuits().size())
        .mapToObj(index -> of(comparison, index))
        .toList();
  }

  private static ComparisonRow of(Comparison comparison, int index) {
    CircuitEstimate circuit = comparison.asked().circuits().get(index);
    CircuitEstimate known = comparison.proven().circuits().get(index);
    Optional<RegimeResult.Figures> any = known.best();
    Optional<RegimeResult.Figures> best =
        known
            .best(regime -> isBounded(List.of(known), regime))
            .filter(figures -> figures.bits() == any.orElseThrow().bits())
            .or(() -> any);
    return of(
        comparison,
        Optional.of(circuit.name()),
        best.map(
            figures ->
                new Security(
                    Math.toIntExact(figures.bits()), figures.regime().name(), circuit.name())),
        best.stream().anyMatch(RegimeResult.Figures::lacksListBound),
        List.of(circuit),
        regime -> circuit.under(regime).map(RegimeResult.Figures::bits));
  }

  private static ComparisonRow of(
      Comparison comparison,
      Optional<String> name,
      Optional<Security> proven,
      boolean lacksListBound,
      List<CircuitEstimate> circuits,
      Function<Regime, Optional<Long>> bits) {
    List<Figure> figures = new ArrayList<>();
    for (Regime regime : comparison.asked().regimes()) {
      Optional<Long> known = bits.apply(regime);
      Optional<Long> gap =
          known.filter(b -> !regime.isProven()).flatMap(b -> proven.map(p -> b - p.bits()));
      boolean lacksBound = lacksListBound(circuits, regime);
      figures.add(new Figure(regime, known, missing(circuits, regime), gap, lacksBound));
    }
    return new ComparisonRow(comparison, name, proven, lacksListBound, List.copyOf(figures));
  }

  /** Of equal figures the one counts that is proven without a proviso. */
  private static boolean isBounded(List<CircuitEstimate> circuits, Regime regime) {
    return regime.isProven() && !lacksListBound(circuits, regime);
  }

  private static boolean lacksListBound(List<CircuitEstimate> circuits, Regime regime) {
    return circuits.stream()
        .flatMap(circuit -> circuit.under(regime).stream())
        .anyMatch(RegimeResult.Figures::lacksListBound);
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
    return comparison.asked().zkvm().version();
  }

  /**
   * A figure under a regime, beside what is proven.
   *
   * @param regime the regime
   * @param bits the figure; nothing where the regime leaves a circuit out
   * @param missing the circuits that it leaves out
   * @param gap bits above the best proven figure, or below it where negative; nothing for a proven
   *     regime, and where either figure is missing
   * @param lacksListBound whether no theorem bounds a list that it counts on
   */
  public record Figure(
      Regime regime,
      Optional<Long> bits,
      List<Missing> missing,
      Optional<Long> gap,
      boolean lacksListBound) {
    /** {@return why it leaves circuits out: each reason once} */
    public List<String> reasons() {
      return missing.stream().map(Missing::reason).distinct().toList();
    }

    /** {@return the bits that would be lost if what the regime assumes turned out false} */
    public Optional<Long> lost() {
      return gap.map(bits -> Math.max(0, bits));
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
