package org.soundcalc.analysis.gate;

import org.soundcalc.model.Zkvm;

/**
 * Whether a zkVM's file describes its recursion architecture, which milestones ask for beside bits
 * and size. It is shown and decides no verdict: no file can say whether a formal argument holds.
 */
public enum RecursionDescription {
  /** Which circuit verifies which, and how many proofs there are. */
  DESCRIBED("described"),
  /** Of several circuits none says what it verifies. */
  NO_VERIFIES("no verifies keys"),
  /** How many proofs there are is not said. */
  NO_COUNTS("no [recursion] table");

  private final String word;

  RecursionDescription(String word) {
    this.word = word;
  }

  /**
   * {@return what the file describes} A single circuit need not say that it verifies none.
   *
   * @param zkvm that it describes
   */
  public static RecursionDescription of(Zkvm zkvm) {
    boolean verifies = zkvm.circuits().stream().anyMatch(c -> c.id().verifies().isPresent());
    if (!verifies && zkvm.circuits().size() > 1) {
      return NO_VERIFIES;
    }
    return zkvm.recursion().isPresent() ? DESCRIBED : NO_COUNTS;
  }

  /** {@return {@code described}, or what is missing} */
  public String word() {
    return word;
  }
}
