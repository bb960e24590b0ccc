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
import org.soundcalc.search.optimum.Effort;
import org.soundcalc.search.optimum.Optimum;

/** How much smaller proofs could be for nothing, in a line for each circuit: for a gate. */
public final class SavingsDocument {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private SavingsDocument() {}

  /**
   * {@return whether it is known of every circuit that it has a configuration within the limits and
   * that its proof could not be smaller by so much}
   *
   * @param report what was found in the space that costs the prover nothing
   * @param percent of today's size, ≥ 0; nothing is never left
   */
  public static boolean isPassed(OptimumReport report, BigDecimal percent) {
    return report.rows().stream()
        .flatMap(row -> row.circuits().stream())
        .noneMatch(
            circuit ->
                circuit.best().isEmpty() || isLeft(circuit, percent) || isOpen(circuit, percent));
  }

  /**
   * {@return the same for programs}
   *
   * @param report what was found in the space that costs the prover nothing
   * @param percent of today's size, ≥ 0
   */
  public static JsonObject json(OptimumReport report, BigDecimal percent) {
    return new JsonObject().put("percent", percent).put("passed", isPassed(report, percent));
  }

  private static boolean isLeft(CircuitOptimum circuit, BigDecimal percent) {
    return isLeft(circuit, new BigDecimal(saved(circuit)), percent);
  }

  private static boolean isLeft(CircuitOptimum circuit, BigDecimal saved, BigDecimal percent) {
    BigDecimal least = new BigDecimal(now(circuit)).multiply(percent);
    return saved.signum() > 0 && saved.multiply(HUNDRED).compareTo(least) >= 0;
  }

  /** Whether a search was cut short before it was known that no more could be saved. */
  private static boolean isOpen(CircuitOptimum circuit, BigDecimal percent) {
    Effort effort = circuit.optimum().effort();
    BigDecimal bound = new BigDecimal(effort.bound().orElse(0));
    BigDecimal most = new BigDecimal(now(circuit)).subtract(bound);
    return effort.isCut() && isLeft(circuit, most, percent);
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
   * @return a line for each circuit that leaves more, one for those of which it is not known, or
   *     one for a zkVM that does not
   */
  public static Document of(OptimumReport report, BigDecimal percent, Medium medium) {
    Document document = new Document(medium);
    for (OptimumReport.Row row : report.rows()) {
      int left = 0;
      int without = 0;
      List<CircuitOptimum> open = new ArrayList<>();
      for (CircuitOptimum circuit : row.circuits()) {
        if (circuit.best().isEmpty()) {
          String none = new ReasonWords(circuit).headline();
          document.text("FAIL  " + row.zkvm().title() + ", " + none, Emphasis.ERROR);
          without++;
        } else if (isLeft(circuit, percent)) {
          left++;
          document.text("FAIL  " + row.zkvm().title() + ", " + words(circuit), Emphasis.ERROR);
        } else if (isOpen(circuit, percent)) {
          open.add(circuit);
        }
      }
      String bare = percent.stripTrailingZeros().toPlainString();
      for (String cut : EffortWords.cuts(open)) {
        String unknown = "FAIL  %s: not known to leave less than %s%% on the table: %s";
        document.text(unknown.formatted(row.zkvm().title(), bare, cut), Emphasis.ERROR);
      }
      if (left == 0 && without == 0 && open.isEmpty()) {
        String none = "pass  %s leaves less than %s%% of any proof on the table%s";
        document.text(
            none.formatted(row.zkvm().title(), bare, areProven(row) ? "" : ", of what was tried"),
            Emphasis.NONE);
      } else if (left > 0 || without > 0) {
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

  /** Whether of no circuit some configurations alone were tried. */
  private static boolean areProven(OptimumReport.Row row) {
    return row.circuits().stream()
        .allMatch(
            circuit ->
                circuit.optimum().effort().isCut()
                    || (circuit.optimum() instanceof Optimum.Found found && found.optimal()));
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
