package org.soundcalc.io.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.analysis.gate.SizeLimit;

/**
 * Who passes a milestone, and who is nearest to it.
 *
 * @param milestone the milestone
 * @param index its place among those shown
 * @param passed the zkVMs that pass it, in their order
 * @param failed the others, the nearest first
 */
public record MilestoneStanding(
    Milestone milestone, int index, List<ReportedZkvm> passed, List<ReportedZkvm> failed) {
  /** Of those that fail, how many an overview names. */
  private static final int MOST = 3;

  static MilestoneStanding of(Milestone milestone, int index, List<ReportedZkvm> zkvms) {
    List<ReportedZkvm> passed = new ArrayList<>();
    List<ReportedZkvm> failed = new ArrayList<>();
    zkvms.forEach(zkvm -> (zkvm.verdicts().get(index).passed() ? passed : failed).add(zkvm));
    failed.sort(Comparator.comparing(zkvm -> zkvm.verdicts().get(index).distance()));
    return new MilestoneStanding(milestone, index, List.copyOf(passed), List.copyOf(failed));
  }

  /** {@return its name as people write it} */
  public String name() {
    return Texts.name(milestone);
  }

  /** {@return the most KiB of a final proof} */
  public String kib() {
    return milestone.size(SizeLimit.Measure.WORST).text();
  }

  /** {@return the same in bits} */
  public BigInteger limit() {
    return milestone.size(SizeLimit.Measure.WORST).bits();
  }

  /** {@return those that fail and are nearest} */
  public List<ReportedZkvm> nearest() {
    return failed.subList(0, Math.min(MOST, failed.size()));
  }
}
