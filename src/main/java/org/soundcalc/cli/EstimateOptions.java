package org.soundcalc.cli;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Regime;

/**
 * What figures are estimated on, beside the files.
 *
 * @param regimes the regimes asked for
 * @param settings what the command line sets
 * @param accounting how errors are counted
 */
record EstimateOptions(List<Regime> regimes, List<Setting> settings, Accounting accounting) {
  /**
   * What was asked for; as usual where a command has not the option.
   *
   * @throws UsageException if it asks for regimes or settings that do not exist
   */
  static EstimateOptions of(Request request) {
    return of(request, RegimeSelection.of(request));
  }

  /** What was asked for, under these regimes. */
  static EstimateOptions of(Request request, List<Regime> regimes) {
    return new EstimateOptions(
        regimes, SettingOption.values(request), AccountingOption.of(request));
  }

  /** What the figures depend on, as readers are told. */
  EstimateCaveats caveats() {
    List<String> texts = new ArrayList<>(settings.size());
    for (Setting setting : settings) {
      texts.add(setting.text());
    }
    return new EstimateCaveats(accounting, texts);
  }
}
