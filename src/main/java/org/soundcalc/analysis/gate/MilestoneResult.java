package org.soundcalc.analysis.gate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;

/**
 * How far a zkVM is from a milestone, decided as a gate that asks for it decides.
 *
 * @param milestone the milestone
 * @param estimate the zkVM's figures
 */
public record MilestoneResult(Milestone milestone, ZkvmEstimate estimate) {
  /**
   * {@return the results for every milestone, the least demanding first}
   *
   * @param estimate the zkVM's figures
   */
  public static List<MilestoneResult> all(ZkvmEstimate estimate) {
    List<MilestoneResult> all = new ArrayList<>();
    for (Milestone milestone : Milestone.values()) {
      all.add(new MilestoneResult(milestone, estimate));
    }
    return all;
  }

  /** {@return whether the proven bits and the size in the worst case are enough} */
  public boolean passed() {
    return spareBits().orElse(-1) >= 0 && limit().admits(estimate.decidingSize());
  }

  /**
   * {@return proven bits above those required, negative where some are missing; nothing where some
   * circuit has no proven figure}
   */
  public OptionalLong spareBits() {
    return estimate
        .findSecurity()
        .map(security -> OptionalLong.of(security.bits() - milestone.bits()))
        .orElse(OptionalLong.empty());
  }

  /**
   * {@return whole KiB below the limit, rounded down, so negative where the size is too large}
   *
   * @param size of the final proof in bits, by whichever measure
   */
  public BigInteger spareKib(BigInteger size) {
    return ProofSize.kib(limit().bits().subtract(size));
  }

  /**
   * {@return what a pass does not cover}
   *
   * @param ofFile what the zkVM's file says beyond what is modelled
   */
  public List<CircuitCaveat> caveats(List<CircuitCaveat> ofFile) {
    List<CircuitCaveat> all =
        new ArrayList<>(
            new Caveats(estimate, milestone.bits()).of(estimate.standing(Regime::isProven)));
    all.addAll(ofFile);
    return List.copyOf(all);
  }

  /** {@return the limit on the size in the worst case} */
  public SizeLimit limit() {
    return milestone.size(SizeLimit.Measure.WORST);
  }
}
