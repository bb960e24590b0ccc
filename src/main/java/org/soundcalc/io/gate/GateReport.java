package org.soundcalc.io.gate;

import java.util.List;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.Accounting;

/**
 * All verdicts of a run.
 *
 * @param version the program's
 * @param accounting how errors were counted
 * @param zkvms those that could be read, in the order of their files
 * @param errors why others could not
 */
public record GateReport(
    String version, Accounting accounting, List<CheckedZkvm> zkvms, List<Warning> errors) {
  /** Whether errors were counted in another way than published figures are. */
  boolean isStrict() {
    return accounting == Accounting.STRICT;
  }

  /** {@return whether every file could be read, and every zkVM passed} */
  public boolean passed() {
    return errors.isEmpty() && zkvms.stream().allMatch(zkvm -> zkvm.verdict().passed());
  }
}
