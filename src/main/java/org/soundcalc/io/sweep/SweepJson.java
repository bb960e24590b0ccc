package org.soundcalc.io.sweep;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.sweep.SweepFigures;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.estimate.EstimateJson;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.Costs;
import org.soundcalc.model.Field;
import org.soundcalc.model.ProofSize;
import org.soundcalc.search.Lever;
import org.soundcalc.search.Sweep;

/**
 * Sweeps for programs: stable, additions only, described by docs/sweep.schema.json.
 *
 * @param report the sweep
 */
public record SweepJson(SweepReport report) implements Rendering {
  /** How the object ends while it has no points yet. */
  private static final String END = "[ ]\n}\n";

  private static final String LINE = "\n    ";

  @Override
  public void writeTo(Writer out) throws IOException {
    StringWriter head = new StringWriter();
    new JsonDocument(head()).writeTo(head);
    out.append(head.toString(), 0, head.getBuffer().length() - END.length());
    try {
      String[] separator = {"["};
      for (SweepReport.OfCircuit of : report.sweeps()) {
        report.forEach(
            of,
            point -> {
              String text = JsonDocument.value(json(of, point), LINE);
              append(separator[0] + LINE + text, out);
              separator[0] = ",";
            });
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.append("\n  ]\n}\n");
  }

  private static void append(String text, Writer out) {
    try {
      out.append(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonObject head() {
    JsonObject json = new JsonObject().put("soundcalc", report.version());
    report.provisos().addTo(json);
    json.put("zkvm", EstimateJson.of(report.zkvm(), report.source()))
        .putAll("levers", report.levers(), SweepJson::json);
    if (report.minBits().isPresent()) {
      json.put("target", new JsonObject().put("bits", report.minBits().getAsInt()));
    }
    return json.put("leftOut", report.leftOut())
        .putAll("warnings", report.warnings(), Warning::json)
        .put("points", List.of());
  }

  private static JsonObject json(Lever lever) {
    return new JsonObject()
        .put("key", lever.key().spelling())
        .put("domain", lever.domain())
        .put("values", lever.values().size());
  }

  private JsonObject json(SweepReport.OfCircuit of, Sweep.Point<SweepFigures> point) {
    JsonObject parameters = new JsonObject();
    for (int i = 0; i < report.levers().size(); i++) {
      parameters.put(report.levers().get(i).key().spelling(), of.value(i, point));
    }
    for (int i = 0; i < of.following().size() && point.measured().isPresent(); i++) {
      Object value = point.measured().get().following().get(i);
      parameters.put(
          of.following().get(i).spelling(), value instanceof Field f ? f.tomlName() : value);
    }
    JsonObject json =
        new JsonObject()
            .put("circuit", of.name())
            .put("parameters", parameters)
            .put("status", SweepCsv.status(point));
    if (point.measured().isEmpty()) {
      return json.put("reason", point.reason());
    }
    SweepFigures figures = point.measured().get();
    figures.best().ifPresent(best -> add(best, json));
    figures.size().ifPresent(size -> json.put("proofSize", json(size)));
    figures.costs().ifPresent(costs -> add(costs, json));
    json.putPresent("treeBits", SweepCsv.tree(figures));
    return json;
  }

  private void add(SweepFigures.Best best, JsonObject json) {
    json.putPresent("bits", shown(SweepColumn.BITS, best.bits()));
    if (best.hundredths().isPresent()) {
      json.put("decimalBits", SweepCsv.decimals(best));
    }
    json.putPresent("regime", shown(SweepColumn.REGIME, best.regime()))
        .putPresent("binding", shown(SweepColumn.BINDING, best.binding()));
  }

  private <T> Optional<T> shown(SweepColumn column, T value) {
    return report.shows(column) ? Optional.of(value) : Optional.empty();
  }

  private JsonObject json(ProofSize size) {
    return new JsonObject()
        .putPresent("expectedBits", shown(SweepColumn.EXPECTED, size.expectedBits()))
        .putPresent("worstCaseBits", shown(SweepColumn.WORST, size.worstCaseBits()));
  }

  private void add(Costs costs, JsonObject json) {
    JsonObject prover = new JsonObject();
    if (report.shows(SweepColumn.PROVER)) {
      prover
          .put("multiplications", costs.proverMultiplications())
          .put("permutations", costs.proverPermutations());
    }
    prover.putPresent("grinding", shown(SweepColumn.GRINDING, costs.grinding()));
    if (!prover.members().isEmpty()) {
      json.put("prover", prover);
    }
    if (report.shows(SweepColumn.VERIFIER)) {
      json.put(
          "verifier",
          new JsonObject()
              .put("permutations", costs.verifierPermutations())
              .put("multiplications", costs.verifierMultiplications()));
    }
    json.putPresent("memoryBytes", shown(SweepColumn.MEMORY, costs.memoryBytes()));
  }
}
