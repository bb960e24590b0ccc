package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.io.toml.Setting;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --set KEY=VALUE}: "what if" without editing a file. */
final class SettingOption {
  private static final String NAME = "--set";

  private SettingOption() {}

  /** The option. */
  static OptionSpec option() {
    String meaning =
        "Estimate with another value, in every circuit that knows the key, or in one"
            + " (CIRCUIT.KEY=VALUE); may be repeated.";
    String example = "--set num_queries=100";
    return Options.texts("KEY=VALUE", Options.option(NAME, meaning, "as the files say", example));
  }

  /**
   * What was set.
   *
   * @throws UsageException if an argument is no setting
   */
  static List<Setting> values(Request request) {
    List<String> texts = request.value(NAME, List.of());
    List<Setting> settings = new ArrayList<>(texts.size());
    for (String text : texts) {
      Optional<Setting> setting = Setting.parse(text);
      if (setting.isEmpty()) {
        throw new UsageException("--set " + text + ": expected KEY=VALUE or CIRCUIT.KEY=VALUE");
      }
      settings.add(setting.get());
    }
    return settings;
  }
}
