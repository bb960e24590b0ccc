package org.soundcalc.analysis;

import java.util.List;
import org.soundcalc.model.Regime;

/**
 * A zkVM's figure with what it rests on.
 *
 * @param security the figure
 * @param figures of each circuit, under the regime that the figure takes it from
 */
public record SecurityBasis(Security security, List<RegimeResult.Figures> figures) {
  /**
   * {@return whether a circuit's figures may come from this regime without changing what the figure
   * is}
   *
   * @param regime that the circuit's figures would come from
   */
  public boolean admits(Regime regime) {
    return security.regime().equals(Security.MIXED) || security.regime().equals(regime.name());
  }
}
