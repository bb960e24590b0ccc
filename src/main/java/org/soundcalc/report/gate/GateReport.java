package org.soundcalc.report.gate;

import java.util.List;

/**
 * All verdicts of a run.
 *
 * @param version the program's
 * @param zkvms those that could be read, in the order of their files
 */
public record GateReport(String version, List<CheckedZkvm> zkvms) {
  /** Whether every one passed. */
  public boolean passed() {
    return zkvms.stream().allMatch(zkvm -> zkvm.verdict().passed());
  }
}
