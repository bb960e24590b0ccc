package org.soundcalc.io.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.io.document.JsonObject;

/**
 * Where a zkVM stood.
 *
 * @param bits its proven bits; nothing where some circuit had none
 * @param regime the regime that proves them; empty where there are none
 * @param size of its final proof in the worst case, in bits
 * @param passed whether it passed each milestone that is shown
 */
public record PastState(
    Optional<Integer> bits, String regime, BigInteger size, List<Boolean> passed) {
  /**
   * {@return where a zkVM stands}
   *
   * @param estimate its figures
   * @param milestones those that are shown
   */
  public static PastState of(ZkvmEstimate estimate, List<Milestone> milestones) {
    return of(estimate.findSecurity(), estimate.decidingSize().worstCaseBits(), milestones);
  }

  /**
   * {@return where a zkVM of these figures stands}
   *
   * @param security what is proven of it, if anything
   * @param size of its final proof in the worst case, in bits
   * @param milestones those that are shown
   */
  public static PastState of(
      Optional<Security> security, BigInteger size, List<Milestone> milestones) {
    Optional<Integer> bits = security.map(Security::bits);
    return new PastState(
        bits,
        security.map(Security::regime).orElse(""),
        size,
        milestones.stream()
            .map(each -> bits.orElse(-1) >= each.bits() && size.compareTo(limit(each)) <= 0)
            .toList());
  }

  private static BigInteger limit(Milestone milestone) {
    return milestone.size(SizeLimit.Measure.WORST).bits();
  }

  /** The object of it. */
  JsonObject json() {
    return new JsonObject()
        .put("bits", bits)
        .put("regime", bits.map(any -> regime))
        .put("worstCaseBits", size)
        .put("passed", passed);
  }

  /** What is different afterwards, in words; nothing where all is as it was. */
  List<String> changes(PastState after, List<Milestone> milestones) {
    List<String> changes = new ArrayList<>(verdicts(after, milestones));
    if (!bits.equals(after.bits)) {
      changes.add("proven bits " + bitsTo(after));
    }
    if (!size.equals(after.size)) {
      changes.add("final proof " + sizeTo(after));
    }
    return changes;
  }

  /** Proven bits before and after. */
  String bitsTo(PastState after) {
    return Texts.orDash(bits) + " → " + Texts.orDash(after.bits);
  }

  /** Sizes before and after: in bits where they differ by less than is shown. */
  String sizeTo(PastState after) {
    String before = Texts.kib(size);
    String now = Texts.kib(after.size);
    return before.equals(now)
        ? "%s KiB (%s → %s bits)".formatted(now, size, after.size)
        : "%s → %s KiB".formatted(before, now);
  }

  /** Milestones that are passed afterwards and were not, or the other way round, and why. */
  List<String> verdicts(PastState after, List<Milestone> milestones) {
    List<String> verdicts = new ArrayList<>();
    for (int i = 0; i < milestones.size(); i++) {
      Milestone milestone = milestones.get(i);
      if (!passed.get(i) && after.passed.get(i)) {
        verdicts.add("newly passes " + Texts.name(milestone) + ": " + won(after, milestone));
      } else if (passed.get(i) && !after.passed.get(i)) {
        verdicts.add("no longer passes " + Texts.name(milestone) + ": " + after.lacks(milestone));
      }
    }
    return verdicts;
  }

  /** What was missing and is there now. */
  private String won(PastState after, Milestone milestone) {
    List<String> won = new ArrayList<>();
    if (bits.orElse(-1) < milestone.bits()) {
      won.add(bitsTo(after) + " bits");
    }
    if (size.compareTo(limit(milestone)) > 0) {
      won.add(sizeTo(after));
    }
    return String.join(", ", won);
  }

  private String lacks(Milestone milestone) {
    List<String> lacks = new ArrayList<>();
    if (bits.isEmpty()) {
      lacks.add("nothing is proven of some circuit");
    } else if (bits.get() < milestone.bits()) {
      lacks.add("%d bits are below %d".formatted(bits.get(), milestone.bits()));
    }
    BigInteger limit = limit(milestone);
    if (size.compareTo(limit) > 0) {
      boolean isTold = !Texts.kib(size).equals(Texts.kib(limit));
      lacks.add(
          "%s exceed %s"
              .formatted(
                  isTold ? Texts.kib(size) + " KiB" : size + " bits",
                  milestone.size(SizeLimit.Measure.WORST).text()));
    }
    return String.join(", ", lacks);
  }
}
