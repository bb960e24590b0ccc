package org.soundcalc.analysis;

import java.util.List;
import org.soundcalc.model.Regime;

/** What became of a circuit under a regime. */
public sealed interface RegimeResult {
  /** The regime. */
  Regime regime();

  /**
   * The regime covers the circuit.
   *
   * @param regime the regime
   * @param terms in the order of the protocol, at least one
   * @param binding the term with the largest error: the first of the lowest bits, by hundredths
   * @param multiplicities the m that was chosen, one per iteration; empty where none was
   */
  record Figures(
      Regime regime, List<CertifiedTerm> terms, CertifiedTerm binding, List<Long> multiplicities)
      implements RegimeResult {
    /** The circuit's bits under the regime: the minimum over its terms. */
    public long bits() {
      return binding.bits();
    }
  }

  /**
   * The regime does not cover the circuit.
   *
   * @param regime the regime
   * @param reason why not
   */
  record Dash(Regime regime, String reason) implements RegimeResult {}
}
