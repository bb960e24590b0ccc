package org.soundcalc.io.estimate;

import org.soundcalc.io.document.JsonObject;
import org.soundcalc.model.BoundSet;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Evidence;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Status;

/** What a regime is, in every JSON document of this program. */
public final class RegimeJson {
  private RegimeJson() {}

  /**
   * Makes the object of a regime.
   *
   * @param regime the regime
   * @return what it assumes, and what that rests on
   */
  public static JsonObject of(Regime regime) {
    JsonObject json = new JsonObject().put("name", regime.name());
    BoundSet since = regime.info().since();
    if (since != BoundSet.MAY_2026) {
      json.put("bounds", since.word());
    }
    return addStatus(regime, json)
        .put("assumes", regime.info().summary())
        .putAll("sources", regime.info().sources(), RegimeJson::of)
        .putPresent(
            "evidence", regime.info().evidence().map(evidence -> of(regime.status(), evidence)));
  }

  /**
   * Adds a regime's status, with what a reader must know of it where that is something.
   *
   * @param regime the regime
   * @param json an object about its figures
   * @return that object
   */
  public static JsonObject addStatus(Regime regime, JsonObject json) {
    return json.put("status", regime.status().word()).putPresent("remark", regime.info().remark());
  }

  private static JsonObject of(Status status, Evidence evidence) {
    return new JsonObject()
        .put("finding", status.word() + " " + evidence.finding())
        .putAll("sources", evidence.sources(), RegimeJson::of);
  }

  private static JsonObject of(Citation source) {
    return new JsonObject()
        .put("paper", source.paper().key())
        .put("place", source.place())
        .put("year", source.paper().year())
        .put("url", source.paper().url());
  }
}
