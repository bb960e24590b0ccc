package org.soundcalc.protocols.swirl;

import java.math.BigInteger;
import org.soundcalc.model.Batching;

/**
 * The shape of the AIRs, or bounds on it.
 *
 * @param constraints most constraints of an AIR, ≥ 0
 * @param airs how many AIRs, ≥ 0
 * @param logHeight log2 of the longest trace, ≥ 0
 * @param columns of all traces together, ≥ 0
 * @param interactions most interactions of an AIR, ≥ 0
 */
record AirShape(long constraints, long airs, int logHeight, long columns, long interactions) {
  /**
   * ν(cap): the multilinear variables of the fractional sum over all interactions. AIRs and
   * interactions must be at least 1.
   *
   * @param cap the most interactions of all rows together, ≥ 1
   * @param skip l_skip
   */
  int interactionVariables(BigInteger cap, int skip) {
    int capVariables = cap.subtract(BigInteger.ONE).bitLength() - skip;
    int shapeVariables =
        Batching.ceilLog2(airs) + Batching.ceilLog2(interactions) + logHeight - skip;
    return Math.max(Math.min(capVariables, shapeVariables), 0);
  }
}
