package org.soundcalc.cli;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Family;
import org.soundcalc.model.Regime;

/** What commands calculate with. */
interface Plugins {
  /** Every regime, in the order of their ranks. */
  default List<Regime> regimes() {
    return load(Regimes::all);
  }

  /** Every proof system, in the order of their installation. */
  default List<Family> families() {
    return load(ZkvmLoader::installedFamilies);
  }

  /** A loader for every proof system. */
  default ZkvmLoader loader() {
    return new ZkvmLoader(families());
  }

  /** What is on the class path, loaded once; what cannot be loaded is bad usage. */
  static Plugins installed() {
    return new Plugins() {
      private List<Regime> regimes = List.of();

      /** The same ones each time: results are found by them. */
      @Override
      public List<Regime> regimes() {
        if (regimes.isEmpty()) {
          regimes = Plugins.super.regimes();
        }
        return regimes;
      }
    };
  }

  private static <T> List<T> load(Supplier<List<T>> plugins) {
    try {
      return plugins.get();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new UsageException(
          "a plug-in on SOUNDCALC_CLASSPATH cannot be loaded: " + e.getMessage());
    }
  }
}
