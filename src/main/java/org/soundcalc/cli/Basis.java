package org.soundcalc.cli;

import java.util.List;
import org.soundcalc.config.Setting;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Regime;

/**
 * What figures are estimated on, beside the files.
 *
 * @param regimes the regimes asked for
 * @param settings what the command line sets
 * @param accounting how errors are counted
 */
record Basis(List<Regime> regimes, List<Setting> settings, Accounting accounting) {
  /** These regimes, and all else as usual. */
  static Basis of(List<Regime> regimes) {
    return new Basis(regimes, List.of(), Accounting.SOUNDCALC);
  }
}
