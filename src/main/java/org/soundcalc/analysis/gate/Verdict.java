package org.soundcalc.analysis.gate;

import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.ZkvmEstimate;

/**
 * A zkVM before the gate.
 *
 * @param estimate its figures
 * @param findings one for each requirement
 * @param caveats what the figures take for granted
 * @param recursion what its file describes, where a milestone asks for that; it decides nothing
 */
public record Verdict(
    ZkvmEstimate estimate,
    List<Finding> findings,
    List<CircuitCaveat> caveats,
    Optional<RecursionDescription> recursion) {
  /** {@return whether the zkVM meets every requirement} */
  public boolean passed() {
    return findings.stream().allMatch(Finding::passed);
  }
}
