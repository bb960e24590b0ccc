package org.soundcalc.io.lever;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.soundcalc.analysis.lever.CircuitLevers;
import org.soundcalc.analysis.lever.Standing;
import org.soundcalc.io.document.CsvDocument;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.model.Costs;

/**
 * A row for each lever and regime of each circuit; first, without a lever, for where it stands
 * today. What does not exist is empty.
 */
public final class LeverCsv {
  private static final String HEADER =
      "zkvm,circuit,lever,from,to,regime,bits,decimal_bits,binding,worst_bits,expected_bits,"
          + "prover_mul,prover_perm,grinding,memory_bytes,verifier_perm,verifier_mul,reason,source,"
          + "set";

  /** From the regime to what the verifier multiplies. */
  private static final int FIGURES = 12;

  private LeverCsv() {}

  /**
   * Makes the rows.
   *
   * @param report the levers
   * @return all figures
   */
  public static CsvDocument of(LeverReport report) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(HEADER.split(",")));
    String settings = String.join("; ", report.provisos().settings());
    for (LeverReport.Row zkvm : report.zkvms()) {
      for (CircuitLevers levers : zkvm.circuits()) {
        Standing today = levers.today();
        Rows circuit = new Rows(zkvm, today.circuit().id().name(), settings, rows);
        circuit.add(List.of("", "", ""), today, "");
        for (CircuitLevers.Effect effect : levers.effects()) {
          String from = LeverReport.value(effect.key(), today.circuit()).orElse("");
          String to =
              effect
                  .after()
                  .flatMap(after -> LeverReport.value(effect.key(), after.circuit()))
                  .orElse("");
          List<String> lever = List.of(effect.key().spelling(), from, to);
          String reason = effect.refusal().orElse("");
          effect
              .after()
              .ifPresentOrElse(
                  after -> circuit.add(lever, after, reason), () -> circuit.addNone(lever, reason));
        }
      }
    }
    return new CsvDocument(rows);
  }

  /** What the rows of a circuit share. */
  private record Rows(
      LeverReport.Row zkvm, String circuit, String settings, List<List<String>> rows) {
    void add(List<String> lever, Standing standing, String reason) {
      for (Standing.RegimeBits bits : standing.bits()) {
        List<String> figures = new ArrayList<>();
        figures.add(bits.regime().name());
        figures.add(bits.binding().map(term -> Long.toString(term.bits())).orElse(""));
        figures.add(bits.binding().map(term -> Figures.decimalBits(term).toString()).orElse(""));
        figures.add(bits.term());
        figures.add(standing.worstCaseBits().toString());
        figures.add(standing.circuit().decidingSize().expectedBits().toString());
        for (Function<Costs, BigInteger> count :
            List.<Function<Costs, BigInteger>>of(
                Costs::proverMultiplications,
                Costs::proverPermutations,
                Costs::grinding,
                Costs::memoryBytes,
                Costs::verifierPermutations,
                Costs::verifierMultiplications)) {
          figures.add(standing.costs().map(count).map(BigInteger::toString).orElse(""));
        }
        add(lever, figures, reason);
      }
    }

    void addNone(List<String> lever, String reason) {
      add(lever, Collections.nCopies(FIGURES, ""), reason);
    }

    private void add(List<String> lever, List<String> figures, String reason) {
      List<String> row = new ArrayList<>(List.of(zkvm.zkvm().name(), circuit));
      row.addAll(lever);
      row.addAll(figures);
      row.addAll(List.of(reason, zkvm.source(), settings));
      rows.add(row);
    }
  }
}
