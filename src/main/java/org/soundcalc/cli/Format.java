package org.soundcalc.cli;

/** How to print estimates. */
enum Format {
  TABLE,
  JSON,
  CSV,
  MARKDOWN
}
