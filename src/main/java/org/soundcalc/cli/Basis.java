package org.soundcalc.cli;

import java.util.List;
import org.soundcalc.config.Setting;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Regime;
import org.soundcalc.report.Provisos;

/**
 * What figures are estimated on, beside the files.
 *
 * @param regimes the regimes asked for
 * @param settings what the command line sets
 * @param accounting how errors are counted
 */
record Basis(List<Regime> regimes, List<Setting> settings, Accounting accounting) {
  /** What the figures depend on, as readers are told. */
  Provisos provisos() {
    return new Provisos(accounting, settings.stream().map(Setting::text).toList());
  }

  /** These regimes, and all else as usual. */
  static Basis of(List<Regime> regimes) {
    return new Basis(regimes, List.of(), Accounting.SOUNDCALC);
  }
}
