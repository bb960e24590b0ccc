package org.soundcalc.io.reference;

import java.io.IOException;
import java.io.Writer;
import org.soundcalc.io.estimate.Json;
import org.soundcalc.io.estimate.RegimeJson;
import org.soundcalc.model.Regime;
import tools.jackson.core.JsonGenerator;

/** The regimes for programs: stable, additions only. */
public record RegimeDocument() implements RegimeWriter {
  @Override
  public void write(RegimeReference reference, Writer out) throws IOException {
    Json.write(out, json -> write(reference, json));
  }

  private static void write(RegimeReference reference, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("soundcalc", reference.version());
    json.writeArrayPropertyStart("regimes");
    for (Regime regime : reference.regimes()) {
      RegimeJson.write(regime, json, object -> writeCoverage(reference, regime, object));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeCoverage(RegimeReference reference, Regime regime, JsonGenerator json) {
    json.writeArrayPropertyStart("covers");
    reference.coverage(regime).forEach(json::writeString);
    json.writeEndArray();
  }
}
