package org.soundcalc.io.optimum;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.document.CsvDocument;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Costs;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.keys.Key;
import org.soundcalc.search.optimum.Optimum;
import org.soundcalc.search.optimum.Point;
import org.soundcalc.search.optimum.Reason;

/**
 * A row for each point of each circuit: {@code today}, {@code best}, what other rates give, and
 * where there is no best one the {@code nearest}. Parameters that a circuit does not have are
 * empty.
 */
public final class OptimumCsv {
  private static final String HEADER =
      "zkvm,circuit,point,bits,regime,binding,worst_bits,expected_bits,prover_mul,prover_perm,"
          + "grinding,verifier_perm,verifier_mul,memory_bytes,source,set";

  private final List<List<String>> rows = new ArrayList<>();
  private final OptimumReport report;

  /** The names of parameters that some search could move. */
  private final Set<String> keys = new LinkedHashSet<>();

  private OptimumCsv(OptimumReport report) {
    this.report = report;
    for (OptimumReport.Row row : report.rows()) {
      row.circuits().forEach(each -> each.moved().forEach(key -> keys.add(key.spelling())));
    }
    List<String> header = new ArrayList<>(List.of(HEADER.split(",")));
    header.addAll(keys);
    rows.add(header);
  }

  /**
   * Makes the rows.
   *
   * @param report what was found
   * @return all points
   */
  public static CsvDocument of(OptimumReport report) {
    OptimumCsv made = new OptimumCsv(report);
    for (OptimumReport.Row row : report.rows()) {
      row.circuits().forEach(circuit -> made.add(row, circuit));
    }
    return new CsvDocument(made.rows);
  }

  private void add(OptimumReport.Row row, CircuitOptimum circuit) {
    circuit.today().ifPresent(today -> add(row, circuit, "today", today));
    circuit.best().ifPresent(best -> add(row, circuit, "best", best));
    circuit.steps().forEach(step -> add(row, circuit, "rate", step.point()));
    circuit.front().forEach(point -> add(row, circuit, "front", point));
    if (circuit.optimum() instanceof Optimum.None none) {
      Reason first = none.reasons().get(0);
      if (first instanceof Reason.Limit limit) {
        add(row, circuit, "nearest", limit.nearest());
      } else if (first instanceof Reason.Conflict conflict) {
        add(row, circuit, "nearest", conflict.best());
      }
    }
  }

  private void add(OptimumReport.Row zkvm, CircuitOptimum of, String name, Point point) {
    RegimeResult.Figures figures = CircuitOptimum.figures(point);
    Circuit circuit = point.circuit();
    ProofSize size = circuit.decidingSize();
    List<String> row =
        new ArrayList<>(
            List.of(
                zkvm.zkvm().name(),
                circuit.id().name(),
                name,
                Long.toString(point.bits()),
                point.regime().name(),
                figures.binding().term().name(),
                size.worstCaseBits().toString(),
                size.expectedBits().toString()));
    CostFigures rate = report.provisos().costs();
    Optional<Costs> costs = circuit.costs(rate.hashRate(circuit));
    for (Function<Costs, BigInteger> count :
        List.<Function<Costs, BigInteger>>of(
            Costs::proverMultiplications,
            Costs::proverPermutations,
            Costs::grinding,
            Costs::verifierPermutations,
            Costs::verifierMultiplications,
            Costs::memoryBytes)) {
      row.add(costs.map(count).map(BigInteger::toString).orElse(""));
    }
    row.add(zkvm.source());
    row.add(String.join("; ", report.provisos().settings()));
    for (String key : keys) {
      row.add(value(of, key, circuit));
    }
    rows.add(row);
  }

  private static String value(CircuitOptimum of, String label, Circuit circuit) {
    for (Key<Circuit, ?> key : of.moved()) {
      if (key.spelling().equals(label)) {
        return CircuitOptimum.spelled(key, circuit).map(SettingWords::shown).orElse("");
      }
    }
    return "";
  }
}
