package org.soundcalc.io.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.MilestoneResult;
import org.soundcalc.io.document.JsonObject;

/**
 * Where a zkVM stood.
 *
 * @param bits its proven bits; nothing where some circuit had none
 * @param size of its final proof in the worst case, in bits
 * @param passed whether it passed each milestone that is shown
 */
public record PastState(Optional<Integer> bits, BigInteger size, List<Boolean> passed) {
  /**
   * {@return where a zkVM stands}
   *
   * @param estimate its figures
   * @param milestones those that are shown
   */
  public static PastState of(ZkvmEstimate estimate, List<Milestone> milestones) {
    return new PastState(
        estimate.findSecurity().map(Security::bits),
        estimate.decidingSize().worstCaseBits(),
        milestones.stream()
            .map(milestone -> new MilestoneResult(milestone, estimate).passed())
            .toList());
  }

  /** The object of it. */
  JsonObject json() {
    return new JsonObject().put("bits", bits).put("worstCaseBits", size).put("passed", passed);
  }

  /** What is different afterwards, in words; nothing where all is as it was. */
  List<String> changes(PastState after, List<Milestone> milestones) {
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < milestones.size(); i++) {
      if (!passed.get(i).equals(after.passed.get(i))) {
        changes.add(
            (after.passed.get(i) ? "newly passes " : "no longer passes ")
                + Texts.name(milestones.get(i)));
      }
    }
    if (!bits.equals(after.bits)) {
      changes.add("proven bits " + Texts.orDash(bits) + " → " + Texts.orDash(after.bits));
    }
    if (!size.equals(after.size)) {
      changes.add(
          "final proof %s → %s KiB%s"
              .formatted(
                  Texts.kib(size),
                  Texts.kib(after.size),
                  Texts.kib(size).equals(Texts.kib(after.size))
                      ? " (%s → %s bits)".formatted(size, after.size)
                      : ""));
    }
    return changes;
  }
}
