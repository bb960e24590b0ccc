package org.soundcalc.analysis.compare;

import java.util.Optional;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.SecurityBasis;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.BoundSet;

/**
 * What a set of theorems proves of a zkVM.
 *
 * @param set the theorems
 * @param security the figure, of the best regime whose theorems are in the set
 * @param weakest the figures of the circuit that decides
 */
public record SetTotal(BoundSet set, Security security, RegimeResult.Figures weakest) {
  /**
   * The figure of a zkVM under a set of theorems.
   *
   * @param zkvm estimated under the regimes of the set, at least
   * @param set the theorems
   * @return nothing where some circuit has no proven figure under them
   */
  public static Optional<SetTotal> of(ZkvmEstimate zkvm, BoundSet set) {
    return zkvm.standing(regime -> regime.isProven() && set.isUsual(regime.info()))
        .map(basis -> of(basis, zkvm, set));
  }

  private static SetTotal of(SecurityBasis basis, ZkvmEstimate zkvm, BoundSet set) {
    Security security = basis.security();
    RegimeResult.Figures weakest = basis.figures().get(0);
    for (int i = 0; i < basis.figures().size(); i++) {
      if (zkvm.circuits().get(i).name().equals(security.circuit())) {
        weakest = basis.figures().get(i);
      }
    }
    return new SetTotal(set, security, weakest);
  }
}
