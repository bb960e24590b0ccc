package org.soundcalc.analysis.gate;

import java.util.List;
import org.soundcalc.analysis.ZkvmEstimate;

/**
 * A zkVM before the gate.
 *
 * @param estimate its figures
 * @param findings one for each requirement
 */
public record Verdict(ZkvmEstimate estimate, List<Finding> findings) {
  /** {@return whether the zkVM meets every requirement} */
  public boolean passed() {
    return findings.stream().allMatch(Finding::passed);
  }
}
