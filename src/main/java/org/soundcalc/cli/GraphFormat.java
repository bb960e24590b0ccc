package org.soundcalc.cli;

/** The formats of drawn trees of proofs. */
enum GraphFormat {
  TEXT,
  DOT,
  MERMAID,
  SVG
}
