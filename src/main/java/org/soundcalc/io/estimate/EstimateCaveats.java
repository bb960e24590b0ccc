package org.soundcalc.io.estimate;

import java.util.List;
import org.soundcalc.io.document.Block;
import org.soundcalc.io.document.Document;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.model.Accounting;

/**
 * What figures depend on beside the files: shown with every figure.
 *
 * @param accounting how errors were counted
 * @param settings what {@code --set} overrides, such as {@code num_queries=100}
 */
public record EstimateCaveats(Accounting accounting, List<String> settings) {
  private static final String OVERRIDDEN = "overridden by --set: ";

  private List<String> spaced() {
    return settings.stream().map(set -> set.replaceFirst("\\s*=\\s*", " = ")).toList();
  }

  /** {@return a line for each setting: {@code overridden by --set: num_queries = 100}} */
  public List<String> overridden() {
    return spaced().stream().map(OVERRIDDEN::concat).toList();
  }

  /**
   * Adds them to what shows the figures.
   *
   * @param document what is to be read
   */
  public void addTo(Document document) {
    if (accounting == Accounting.STRICT) {
      document.add(new Block.Proviso("with ", "--accounting strict"));
    }
    spaced().forEach(setting -> document.add(new Block.Proviso(OVERRIDDEN, setting)));
  }

  /**
   * Adds them to what holds the figures: the settings only where there are some.
   *
   * @param json what programs read
   */
  public void addTo(JsonObject json) {
    json.put("accounting", accounting.word());
    addSettingsTo(json);
  }

  /**
   * Adds the settings alone, where there are some.
   *
   * @param json what programs read
   */
  public void addSettingsTo(JsonObject json) {
    if (!settings.isEmpty()) {
      json.put("settings", settings);
    }
  }
}
