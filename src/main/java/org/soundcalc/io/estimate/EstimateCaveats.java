package org.soundcalc.io.estimate;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.model.Accounting;
import tools.jackson.core.JsonGenerator;

/**
 * What figures depend on beside the files: said wherever they stand.
 *
 * @param accounting how errors were counted
 * @param settings what was set over what the files say, such as {@code num_queries=100}
 */
public record EstimateCaveats(Accounting accounting, List<String> settings) {
  private static final String WHATEVER = ", whatever the file says";

  /** A text for each, for people; none where the figures are those of the files alone. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    if (accounting == Accounting.STRICT) {
      texts.add("with --accounting strict");
    }
    settings.forEach(setting -> texts.add("with --set " + setting + WHATEVER));
    return texts;
  }

  /** Writes them as members of an object: the settings only where there are some. */
  public void write(JsonGenerator json) {
    json.writeStringProperty("accounting", accounting.word());
    if (!settings.isEmpty()) {
      json.writeArrayPropertyStart("settings");
      settings.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  /** The same as paragraphs in Markdown. */
  public List<String> markdown() {
    List<String> texts = new ArrayList<>();
    if (accounting == Accounting.STRICT) {
      texts.add("> With `--accounting strict`.");
    }
    settings.forEach(
        setting -> texts.add("> With `--set " + setting.replace("`", "'") + "`" + WHATEVER + "."));
    return texts;
  }
}
