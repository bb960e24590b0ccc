package org.soundcalc.analysis.diff;

import org.soundcalc.analysis.Security;

/** Proven bits that were lost. */
public sealed interface Regression {
  /** The bits before, and after where some are left. */
  Change<Long> bits();

  /**
   * The zkVM's own figure fell, or is no more.
   *
   * @param security the figure
   */
  record OfZkvm(Change<Security> security) implements Regression {
    @Override
    public Change<Long> bits() {
      return security.map(Security::bits);
    }
  }

  /**
   * A circuit's figure under a proven regime fell, or is no more.
   *
   * @param circuit the circuit's name
   * @param regime the circuit under the regime
   */
  record OfCircuit(String circuit, RegimeDiff regime) implements Regression {
    @Override
    public Change<Long> bits() {
      return regime.total().map(Total::bits);
    }
  }
}
