package org.soundcalc.cli;

/** How to print the reference of keys. */
enum ReferenceFormat {
  TEXT,
  MARKDOWN,
  SCHEMA
}
