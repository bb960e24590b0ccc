package org.soundcalc.cli;

/** How to print verdicts. */
enum GateFormat {
  TEXT,
  JSON,
  JUNIT,
  SARIF,
  GITHUB
}
