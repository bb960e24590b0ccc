package org.soundcalc.io.compare;

import java.io.IOException;
import java.io.Writer;
import java.util.OptionalLong;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.compare.ComparisonRow;
import org.soundcalc.analysis.compare.RegimeFigure;
import org.soundcalc.io.estimate.Json;
import org.soundcalc.io.estimate.RegimeJson;
import org.soundcalc.io.estimate.WarningJson;
import tools.jackson.core.JsonGenerator;

/** The comparison for programs: stable, additions only, described by docs/compare.schema.json. */
public record CompareJsonWriter() implements CompareWriter {
  @Override
  public void write(CompareReport report, Writer out) throws IOException {
    Json.write(out, json -> write(report, json));
  }

  private static void write(CompareReport report, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("soundcalc", report.version());
    report.provisos().write(json);
    json.writeArrayPropertyStart("regimes");
    report.regimes().forEach(regime -> RegimeJson.write(regime, json, object -> {}));
    json.writeEndArray();
    json.writeArrayPropertyStart("rows");
    report.rows().forEach(row -> write(row, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("warnings");
    report.warnings().forEach(warning -> WarningJson.write(warning, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(ComparisonRow row, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("zkvm", row.zkvm());
    json.writeName("version");
    row.version().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeStringProperty("source", row.comparison().source());
    json.writeName("circuit");
    row.circuit().ifPresentOrElse(json::writeString, json::writeNull);
    json.writeName("proven");
    row.proven().ifPresentOrElse(best -> write(best, json), json::writeNull);
    json.writeArrayPropertyStart("figures");
    row.figures().forEach(figure -> write(figure, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Security best, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("bits", best.bits());
    json.writeStringProperty("regime", best.regime());
    json.writeStringProperty("circuit", best.circuit());
    json.writeEndObject();
  }

  private static void write(RegimeFigure figure, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("regime", figure.regime().name());
    json.writeStringProperty("status", figure.regime().status().word());
    write("bits", figure.bits(), json);
    if (!figure.missing().isEmpty()) {
      json.writeStringProperty("reason", String.join("; ", figure.reasons()));
      json.writeArrayPropertyStart("missing");
      figure.missing().forEach(missing -> json.writeString(missing.circuit()));
      json.writeEndArray();
    }
    if (!figure.regime().isProven()) {
      write("gap", figure.gap(), json);
      write("lost", figure.lost(), json);
    }
    json.writeEndObject();
  }

  private static void write(String name, OptionalLong number, JsonGenerator json) {
    json.writeName(name);
    if (number.isPresent()) {
      json.writeNumber(number.getAsLong());
    } else {
      json.writeNull();
    }
  }
}
