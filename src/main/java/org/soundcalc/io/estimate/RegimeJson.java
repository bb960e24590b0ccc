package org.soundcalc.io.estimate;

import java.util.List;
import java.util.function.Consumer;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Evidence;
import org.soundcalc.model.Regime;
import tools.jackson.core.JsonGenerator;

/** What a regime is, in every JSON document of this program. */
public final class RegimeJson {
  private RegimeJson() {}

  /**
   * Writes a regime as an object.
   *
   * @param more writes further members
   */
  public static void write(Regime regime, JsonGenerator json, Consumer<JsonGenerator> more) {
    json.writeStartObject();
    json.writeStringProperty("name", regime.name());
    json.writeStringProperty("status", regime.status().word());
    json.writeStringProperty("assumes", regime.info().summary());
    write(regime.info().sources(), json);
    regime.info().evidence().ifPresent(evidence -> write(evidence, json));
    more.accept(json);
    json.writeEndObject();
  }

  private static void write(Evidence evidence, JsonGenerator json) {
    json.writeObjectPropertyStart("evidence");
    json.writeStringProperty("finding", evidence.finding());
    write(evidence.sources(), json);
    json.writeEndObject();
  }

  private static void write(List<Citation> sources, JsonGenerator json) {
    json.writeArrayPropertyStart("sources");
    for (Citation source : sources) {
      json.writeStartObject();
      json.writeStringProperty("paper", source.paper().key());
      json.writeStringProperty("place", source.place());
      json.writeName("year");
      source.paper().year().ifPresentOrElse(json::writeNumber, json::writeNull);
      json.writeStringProperty("url", source.paper().url());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
