package org.soundcalc.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.soundcalc.model.Regime;

/** The regimes that are on the class path. */
public final class Regimes {
  private Regimes() {}

  /** All of them, in the order of their ranks. */
  public static List<Regime> all() {
    return ServiceLoader.load(Regime.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(Regime::rank))
        .toList();
  }
}
