package org.soundcalc.io.compare;

import java.util.List;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.EstimateJson;
import org.soundcalc.io.estimate.RegimeJson;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.Caveat;

/** Comparisons for programs: stable, additions only, described by docs/compare.schema.json. */
public final class CompareJson {
  private CompareJson() {}

  /**
   * Makes the object.
   *
   * @param report the comparison
   * @return all of it
   */
  public static JsonObject of(CompareReport report) {
    JsonObject json = new JsonObject().put("soundcalc", report.version());
    report.provisos().addTo(json);
    return json.putAll("regimes", report.regimes(), RegimeJson::of)
        .putAll("rows", report.rows(), CompareJson::of)
        .putAll("warnings", report.warnings(), Warning::json);
  }

  /** With the kind of caveat that a gate has of such a figure. */
  static JsonObject withCaveats(JsonObject figure, boolean lacksListBound) {
    return lacksListBound ? figure.put("caveats", List.of(Caveat.Kind.LIST_BOUND.word())) : figure;
  }

  /**
   * Makes the object of a zkVM or one of its circuits under every regime.
   *
   * @param row the figures
   * @return all of them
   */
  public static JsonObject of(ComparisonRow row) {
    return new JsonObject()
        .put("zkvm", row.zkvm())
        .put("version", row.version())
        .put("source", row.comparison().source())
        .put("circuit", row.circuit())
        .put(
            "proven",
            row.proven().map(best -> withCaveats(EstimateJson.of(best), row.lacksListBound())))
        .putAll("figures", row.figures(), CompareJson::of);
  }

  private static JsonObject of(ComparisonRow.Figure figure) {
    JsonObject json = new JsonObject().put("regime", figure.regime().name());
    RegimeJson.addStatus(figure.regime(), json).put("bits", figure.bits());
    withCaveats(json, figure.lacksListBound());
    List<String> missing = figure.missing().stream().map(ComparisonRow.Missing::circuit).toList();
    if (!missing.isEmpty()) {
      json.put("reason", String.join("; ", figure.reasons())).put("missing", missing);
    }
    if (!figure.regime().isProven()) {
      json.put("gap", figure.gap()).put("lost", figure.lost());
    }
    return json;
  }
}
