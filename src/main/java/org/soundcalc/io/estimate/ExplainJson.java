package org.soundcalc.io.estimate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.toml.Region;
import org.soundcalc.math.Explanation;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Citation;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.SizePart;

/** Formulas for programs: stable, additions only, described by docs/explain.schema.json. */
public final class ExplainJson {
  private final Legend legend;

  private ExplainJson(ExplainReport report) {
    this.legend = new Legend(report.circuit());
  }

  /**
   * Makes the object.
   *
   * @param report what is to be explained
   * @return all of it
   */
  public static JsonObject of(ExplainReport report) {
    ExplainJson maker = new ExplainJson(report);
    JsonObject json =
        new JsonObject()
            .put("zkvm", report.zkvm())
            .put("circuit", report.circuit().id().name())
            .put("regime", report.regime().name());
    report.provisos().addTo(json);
    report.lead().ifPresent(lead -> add(lead, json));
    json.putAll("terms", report.terms(), maker::term);
    if (report.beside() == ExplainReport.Beside.COSTS) {
      CostFigures figures = report.provisos().costs();
      List<CostPart> parts = report.circuit().costParts(figures.hashRate(report.circuit()));
      figures
          .json(report.circuit())
          .ifPresent(costs -> json.put("costs", costs.putAll("parts", parts, maker::cost)));
    }
    if (report.beside() == ExplainReport.Beside.SIZE) {
      json.put(
          "proofSize",
          EstimateJson.of(report.circuit().proofSize())
              .putAll("parts", report.circuit().sizeParts(), maker::part)
              .putAll("uncounted", report.circuit().uncounted(), maker::part));
      report
          .circuit()
          .proofSizeSent()
          .ifPresent(
              sent ->
                  json.put(
                      "proofSizeSent",
                      EstimateJson.of(sent)
                          .putAll("parts", report.circuit().sentParts(), maker::part)));
    }
    return json;
  }

  private static void add(ExplainReport.Lead lead, JsonObject json) {
    json.put("bits", lead.binding().bits())
        .put("binding", lead.binding().term().name())
        .putAll("keys", lead.keys(), ExplainJson::key);
  }

  private static JsonObject key(ExplainReport.PlacedKey key) {
    return new JsonObject()
        .put("key", key.parameter().key())
        .put("value", key.parameter().value())
        .put("source", key.source())
        .put("line", key.region().map(Region::line))
        .put("column", key.region().map(Region::column));
  }

  private JsonObject term(CertifiedTerm term) {
    Optional<BigDecimal> log2 =
        ExplainDocument.isAboveOne(term)
            ? Optional.empty()
            : Optional.of(Figures.decimalBits(term).negate());
    Explanation explanation = Explanation.of(term.term().error());
    return new JsonObject()
        .put("name", term.term().name())
        .put("formula", explanation.formula())
        .put("numbers", explanation.numbers())
        .put("log2Error", log2)
        .put("bits", term.bits())
        .put("grindingBits", term.term().grindingBits())
        .putAll("definitions", explanation.definitions(), ExplainJson::definition)
        .put("sources", term.term().sources().stream().map(Citation::toString).toList())
        .put("legend", legend.add(explanation, term.term().name()))
        .putPresent("note", term.term().note());
  }

  private JsonObject part(SizePart part) {
    JsonObject json = new JsonObject().put("name", part.name());
    json.putAll(EstimateJson.of(part.bits()).members());
    return json.put("expected", size(part.expected())).put("worstCase", size(part.worst()));
  }

  private JsonObject size(Formula size) {
    Explanation explanation = Explanation.of(size);
    return new JsonObject()
        .put("formula", explanation.formula())
        .put("numbers", explanation.numbers())
        .putAll("definitions", explanation.definitions(), ExplainJson::definition)
        .put("legend", legend.add(explanation, ""));
  }

  private JsonObject cost(CostPart part) {
    JsonObject json = new JsonObject().put("name", part.name());
    for (CostFigures.Count count : CostFigures.Count.of(part)) {
      json.put(count.member(), size(count.formula(part)).put("count", count.of(part.costs())));
    }
    return json;
  }

  private static JsonObject definition(Explanation.Definition definition) {
    return new JsonObject()
        .put("symbol", definition.symbol())
        .put("formula", definition.formula())
        .put("numbers", definition.numbers())
        .put("value", definition.value());
  }
}
