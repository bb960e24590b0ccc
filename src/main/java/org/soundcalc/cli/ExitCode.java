package org.soundcalc.cli;

/** What the program's exit code says. */
final class ExitCode {
  /** Done and, for a gate, passed. */
  static final int OK = 0;

  /** A gate failed. */
  static final int GATE_FAILED = 1;

  /** Bad usage or bad input. */
  static final int BAD_INPUT = 2;

  /** A defect of ours. */
  static final int DEFECT = 70;

  private ExitCode() {}
}
