package org.soundcalc.cli;

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
  /** What the figures depend on, as readers are told. */
  EstimateCaveats provisos() {
    return new EstimateCaveats(accounting, settings.stream().map(Setting::text).toList());
  }

  /** These regimes, and all else as usual. */
  static EstimateOptions of(List<Regime> regimes) {
    return new EstimateOptions(regimes, List.of(), Accounting.SOUNDCALC);
  }
}
