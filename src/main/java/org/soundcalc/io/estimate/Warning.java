package org.soundcalc.io.estimate;

import java.util.Optional;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.toml.Region;

/**
 * What a reader of the figures must know.
 *
 * @param source the file it speaks of, as it was named
 * @param region what it points at; nothing where it speaks of the whole file
 * @param message one sentence
 */
public record Warning(String source, Optional<Region> region, String message) {
  /** {@return where: {@code zkvms/pico.toml:12}} */
  public String place() {
    return source + region.map(points -> ":" + points.line()).orElse("");
  }

  /** {@return the message with its place: {@code zkvms/pico.toml:12: ...}} */
  public String placed() {
    return place() + ": " + message;
  }

  /** {@return the object that it is in every JSON document of this program} */
  public JsonObject json() {
    return addTo(new JsonObject());
  }

  /**
   * Adds it to an object that is about it.
   *
   * @param json the object
   * @return that object
   */
  public JsonObject addTo(JsonObject json) {
    return json.put("source", source)
        .put("line", region.map(Region::line))
        .putPresent("column", region.map(Region::column))
        .put("message", message);
  }
}
