package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.model.Accounting;

/**
 * All verdicts of a run.
 *
 * @param version the program's
 * @param provisos what the figures depend on beside the files
 * @param zkvms those that could be read, in the order of their files
 * @param errors why others could not
 * @param unchecked of how many files no zkVM was checked
 */
public record GateReport(
    String version,
    EstimateCaveats provisos,
    List<CheckedZkvm> zkvms,
    List<Warning> errors,
    int unchecked) {
  /** How errors were counted. */
  Accounting accounting() {
    return provisos.accounting();
  }

  /** What the figures depend on beside the files, a line for each; empty where there are none. */
  List<String> words() {
    if (zkvms.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    if (accounting() == Accounting.STRICT) {
      words.add(GateWords.STRICT);
    }
    words.addAll(provisos.overridden());
    return words;
  }

  /** Whether a source is an option of the command line, and no file. */
  boolean isOption(String source) {
    return provisos.settings().stream().anyMatch(set -> source.equals("--set " + set));
  }

  /** {@return whether every file could be read, and every zkVM passed} */
  public boolean passed() {
    return errors.isEmpty() && zkvms.stream().allMatch(zkvm -> zkvm.verdict().passed());
  }
}
