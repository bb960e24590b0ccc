package org.soundcalc.io.gate;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.document.Brief;
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

  /** The status of the regimes asked for, in full where a reader must know more of it. */
  List<String> standings() {
    return zkvms.stream()
        .flatMap(zkvm -> zkvm.verdict().estimate().regimes().stream())
        .filter(regime -> regime.info().remark().isPresent())
        .map(regime -> regime.name() + ": " + regime.info().standing())
        .distinct()
        .toList();
  }

  /** How many failed, and which; empty where one line says so of one zkVM. */
  String closing() {
    if (zkvms.size() < 2 && errors.isEmpty()) {
      return "";
    }
    List<String> failed = new ArrayList<>();
    for (CheckedZkvm zkvm : zkvms) {
      if (!zkvm.verdict().passed()) {
        failed.add(Brief.TEXT.of(zkvm.title(), Brief.LONGEST));
      }
    }
    String verdicts =
        zkvms.isEmpty()
            ? "no zkVM was checked"
            : failed.size() + " of " + zkvms.size() + " zkVMs failed";
    String names = failed.isEmpty() ? "" : ": " + String.join(", ", failed);
    String files = unchecked == 1 ? "1 file" : unchecked + " files";
    return verdicts + names + (unchecked == 0 ? "" : "; " + files + " could not be checked");
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
