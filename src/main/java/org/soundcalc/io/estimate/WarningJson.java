package org.soundcalc.io.estimate;

import tools.jackson.core.JsonGenerator;

/** Warnings in every JSON document of this program. */
public final class WarningJson {
  private WarningJson() {}

  /** Writes a warning as an object. */
  public static void write(Warning warning, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("source", warning.source());
    json.writeName("line");
    warning.line().ifPresentOrElse(json::writeNumber, json::writeNull);
    json.writeStringProperty("message", warning.message());
    json.writeEndObject();
  }
}
