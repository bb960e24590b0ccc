package org.soundcalc.io.report;

/** How much a zkVM's page shows: less where it would be too large to be read or sent. */
public enum PageDetail {
  /** All there is. */
  ALL,

  /** What one more unit buys for the weakest circuit alone. */
  FEWER_LEVERS,

  /** Without the text of the file too. */
  NO_FILE;

  /** {@return whether every circuit has its levers} */
  public boolean hasAllLevers() {
    return this == ALL;
  }

  /** {@return whether the file is shown, so that lines can be linked to} */
  public boolean hasFile() {
    return this != NO_FILE;
  }
}
