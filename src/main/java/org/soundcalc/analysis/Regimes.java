package org.soundcalc.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.soundcalc.model.Regime;

/** The regimes that are on the class path. */
public final class Regimes {
  private Regimes() {}

  /** All of them, in the order of their ranks. */
  public static List<Regime> all() {
    List<Regime> regimes = new ArrayList<>();
    for (Regime regime : ServiceLoader.load(Regime.class)) {
      regimes.add(regime);
    }
    regimes.sort(Comparator.comparingInt(Regime::rank));
    return List.copyOf(regimes);
  }
}
