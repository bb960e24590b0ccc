package org.soundcalc.cli;

/** How to print differences. */
enum DiffFormat {
  TABLE,
  JSON,
  MARKDOWN
}
