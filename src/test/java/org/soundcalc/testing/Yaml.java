package org.soundcalc.testing;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads YAML; a key that stands twice is an error. */
public final class Yaml {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Yaml() {}

  /** The one document of a text. */
  public static JsonNode read(String text) {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    return MAPPER.valueToTree(new Load(settings).loadFromString(text));
  }
}
