package org.soundcalc.web;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Code;
import org.soundcalc.model.Family;
import org.soundcalc.model.Regime;
import org.soundcalc.model.RegimeInfo;
import org.soundcalc.model.design.Proximities;

/**
 * A regime that is asked once for each circuit: figures without proof-of-work, and those of a tree
 * without it, are of circuits that stay as they are while others move.
 */
final class RememberedRegime implements Regime {
  private final Regime regime;

  private RememberedRegime(Regime regime) {
    this.regime = regime;
  }

  /** Each of these, remembered. */
  static List<Regime> of(List<Regime> regimes) {
    List<Regime> remembered = new ArrayList<>();
    regimes.forEach(regime -> remembered.add(new RememberedRegime(regime)));
    return List.copyOf(remembered);
  }

  @Override
  public RegimeInfo info() {
    return regime.info();
  }

  @Override
  public boolean covers(Family family) {
    return regime.covers(family);
  }

  @Override
  public Choice choose(Code code) {
    return regime.choose(code);
  }

  @Override
  public List<Proximities> proximities(Code code) {
    return regime.proximities(code);
  }

  @Override
  public Assessment assess(Circuit circuit) {
    return Memory.assessment(regime, circuit);
  }
}
