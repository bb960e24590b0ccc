package org.soundcalc.io.estimate;

import org.soundcalc.analysis.Grinding;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.model.GrindingSite;
import tools.jackson.core.JsonGenerator;

/** How much of a circuit's figures is proof-of-work, in JSON. */
final class GrindingJson {
  private GrindingJson() {}

  /** Writes it as a member of the circuit's object. */
  static void write(Grinding grinding, JsonGenerator json) {
    json.writeObjectPropertyStart("grinding");
    json.writeNumberProperty("log2Work", grinding.log2Work());
    json.writeObjectPropertyStart("bitsWithout");
    for (RegimeResult result : grinding.without()) {
      if (result instanceof RegimeResult.Figures figures) {
        json.writeNumberProperty(figures.regime().name(), figures.bits());
      }
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("sites");
    for (GrindingSite site : grinding.sites()) {
      json.writeStartObject();
      json.writeStringProperty("site", site.site());
      json.writeNumberProperty("bits", site.bits());
      json.writeNumberProperty("count", site.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
