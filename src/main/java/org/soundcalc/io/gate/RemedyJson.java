package org.soundcalc.io.gate;

import org.soundcalc.analysis.gate.Remedy;
import tools.jackson.core.JsonGenerator;

/** What would help, as an object. */
final class RemedyJson {
  private RemedyJson() {}

  static void write(Remedy remedy, JsonGenerator json) {
    json.writeStartObject();
    if (remedy instanceof Remedy.Raise raise) {
      json.writeStringProperty("set", raise.key());
      raise.table().ifPresent(table -> json.writeStringProperty("in", table));
      json.writeName("from");
      json.writeRawValue(raise.from());
      json.writeName("to");
      json.writeRawValue(raise.to());
      if (raise.tooLarge()) {
        json.writeStringProperty("breaks", "max-proof-size");
      }
    } else if (remedy instanceof Remedy.Ask ask) {
      json.writeStringProperty("set", "--regimes");
      json.writeStringProperty("from", GateWords.regimes(ask.asked()));
      json.writeStringProperty("to", GateWords.regimes(ask.instead()));
    }
    json.writeEndObject();
  }
}
