package org.soundcalc.io.optimum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.SettingWords;
import org.soundcalc.model.Circuit;

/** How much smaller proofs could be for nothing, in a line for each circuit: for a gate. */
public final class SavingsDocument {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private SavingsDocument() {}

  /**
   * {@return whether some circuit's proof could be smaller by so much}
   *
   * @param report what was found in the space that costs the prover nothing
   * @param percent of today's size, ≥ 0; nothing is never left
   */
  public static boolean isLeft(OptimumReport report, BigDecimal percent) {
    return report.rows().stream()
        .flatMap(row -> row.circuits().stream())
        .anyMatch(circuit -> isLeft(circuit, percent));
  }

  /**
   * {@return the same for programs}
   *
   * @param report what was found in the space that costs the prover nothing
   * @param percent of today's size, ≥ 0
   */
  public static JsonObject json(OptimumReport report, BigDecimal percent) {
    return new JsonObject().put("percent", percent).put("passed", !isLeft(report, percent));
  }

  private static boolean isLeft(CircuitOptimum circuit, BigDecimal percent) {
    BigDecimal saved = new BigDecimal(saved(circuit));
    BigDecimal least = new BigDecimal(now(circuit)).multiply(percent);
    return saved.signum() > 0 && saved.multiply(HUNDRED).compareTo(least) >= 0;
  }

  private static BigInteger now(CircuitOptimum circuit) {
    return Amounts.size(circuit.circuit(), circuit.aim().worst());
  }

  private static BigInteger saved(CircuitOptimum circuit) {
    Circuit best = circuit.best().map(point -> point.circuit()).orElse(circuit.circuit());
    return now(circuit).subtract(Amounts.size(best, circuit.aim().worst()));
  }

  /**
   * Makes the document.
   *
   * @param report what was found in the space that costs the prover nothing
   * @param percent of today's size that may not be left
   * @param medium what it is read on
   * @return a line for each circuit that leaves more, or one for a zkVM that does not
   */
  public static Document of(OptimumReport report, BigDecimal percent, Medium medium) {
    Document document = new Document(medium);
    for (OptimumReport.Row row : report.rows()) {
      int left = 0;
      for (CircuitOptimum circuit : row.circuits()) {
        if (isLeft(circuit, percent)) {
          left++;
          document.text("FAIL  " + row.zkvm().title() + ", " + words(circuit), Emphasis.ERROR);
        }
      }
      if (left == 0) {
        String none = "pass  %s leaves less than %s%% of any proof on the table";
        document.text(
            none.formatted(row.zkvm().title(), percent.stripTrailingZeros().toPlainString()),
            Emphasis.NONE);
      } else {
        List<String> how = new ArrayList<>(report.command());
        how.set(0, "      how: " + how.get(0));
        how.addAll(report.settings(List.of()));
        how.add(SettingWords.quoted(row.source()));
        document.add(new Block.Command(how));
      }
    }
    report.rows().stream()
        .flatMap(row -> row.said().stream())
        .forEach(said -> document.text(said, Emphasis.CAUTION));
    report.provisos().addTo(document);
    report.warnings().forEach(warning -> document.warning(warning.placed()));
    return document;
  }

  private static String words(CircuitOptimum circuit) {
    BigInteger now = now(circuit);
    BigDecimal share =
        new BigDecimal(saved(circuit))
            .multiply(HUNDRED)
            .divide(new BigDecimal(now), 1, RoundingMode.DOWN);
    return "%s leaves %s KiB of %s on the table (%s%%)"
        .formatted(
            circuit.circuit().id().name(),
            Amounts.kib(saved(circuit)),
            Amounts.kib(now),
            share.toPlainString());
  }
}
