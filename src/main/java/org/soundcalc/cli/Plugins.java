package org.soundcalc.cli;

import java.util.List;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.config.ZkvmLoader;
import org.soundcalc.model.Regime;

/** What commands calculate with. */
interface Plugins {
  /** Every regime, in the order of their ranks. */
  List<Regime> regimes();

  /** A loader for every family. */
  ZkvmLoader loader();

  /** What is on the class path. */
  static Plugins installed() {
    return new Plugins() {
      @Override
      public List<Regime> regimes() {
        return Regimes.all();
      }

      @Override
      public ZkvmLoader loader() {
        return ZkvmLoader.withInstalledFamilies();
      }
    };
  }
}
