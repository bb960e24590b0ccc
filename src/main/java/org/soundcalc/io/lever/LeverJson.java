package org.soundcalc.io.lever;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.soundcalc.analysis.lever.CircuitLevers;
import org.soundcalc.analysis.lever.Standing;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.CostFigures;
import org.soundcalc.io.estimate.EstimateJson;
import org.soundcalc.io.estimate.Figures;
import org.soundcalc.io.estimate.Warning;

/** Levers for programs: stable, additions only, described by docs/levers.schema.json. */
public final class LeverJson {
  private final CostFigures costs;

  private LeverJson(CostFigures costs) {
    this.costs = costs;
  }

  /**
   * Makes the object.
   *
   * @param report the levers
   * @return all of them, those without effect too
   */
  public static JsonObject of(LeverReport report) {
    LeverJson maker = new LeverJson(report.provisos().costs());
    JsonObject json = new JsonObject().put("soundcalc", report.version());
    report.provisos().addTo(json);
    return json.putAll("zkvms", report.zkvms(), maker::zkvm)
        .putAll("warnings", report.warnings(), Warning::json);
  }

  /**
   * Makes the object of a circuit's levers, each of which is one line.
   *
   * @param levers of the circuit
   * @param costs the hash that costs are counted for
   * @return all of them, those without effect too
   */
  public static JsonObject inLines(CircuitLevers levers, CostFigures costs) {
    return new LeverJson(costs).circuit(levers, JsonDocument::line);
  }

  private JsonObject zkvm(LeverReport.Row row) {
    return EstimateJson.of(row.zkvm(), row.source())
        .putAll("circuits", row.circuits(), levers -> circuit(levers, json -> json));
  }

  private JsonObject circuit(CircuitLevers levers, UnaryOperator<Object> form) {
    return new JsonObject()
        .put("name", levers.today().circuit().id().name())
        .put("today", form.apply(standing(levers.today())))
        .putAll("levers", levers.effects(), effect -> form.apply(lever(effect, levers.today())));
  }

  private JsonObject lever(CircuitLevers.Effect effect, Standing today) {
    return new JsonObject()
        .put("key", effect.key().spelling())
        .put("from", LeverReport.value(effect.key(), today.circuit()))
        .put(
            "to", effect.after().flatMap(after -> LeverReport.value(effect.key(), after.circuit())))
        .putPresent(
            "changes",
            effect
                .after()
                .map(
                    after ->
                        LeverReport.changes(today.circuit(), after.circuit()).stream()
                            .map(LeverJson::change)
                            .toList()))
        .putPresent("after", effect.after().map(this::standing))
        .putPresent("ownGap", ownGap(effect))
        .putPresent("reason", effect.refusal());
  }

  private static Optional<List<JsonObject>> ownGap(CircuitLevers.Effect effect) {
    List<JsonObject> gaps = new ArrayList<>();
    effect
        .ownGap()
        .forEach(
            (regime, own) ->
                gaps.add(bits(own.bits().get(0)).put("gap", LeverReport.gap(own.circuit()))));
    return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps);
  }

  private static JsonObject change(LeverReport.Change change) {
    return new JsonObject()
        .put("key", change.key())
        .put("from", change.from())
        .put("to", change.to());
  }

  private JsonObject standing(Standing standing) {
    return new JsonObject()
        .putAll("regimes", standing.bits(), LeverJson::bits)
        .put("proofSize", EstimateJson.of(standing.circuit().proofSize()))
        .putPresent("proofSizeSent", standing.circuit().proofSizeSent().map(EstimateJson::of))
        .putPresent("costs", standing.costs().map(each -> costs.json(standing.circuit(), each)));
  }

  private static JsonObject bits(Standing.RegimeBits bits) {
    return new JsonObject()
        .put("name", bits.regime().name())
        .put("bits", bits.binding().map(term -> term.bits()))
        .put("decimalBits", bits.binding().map(Figures::decimalBits))
        .put("binding", bits.binding().map(term -> term.term().name()));
  }
}
