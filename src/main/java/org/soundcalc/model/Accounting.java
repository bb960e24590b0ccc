package org.soundcalc.model;

import java.util.Locale;

/** How errors are counted that the literature's formulas leave open. */
public enum Accounting {
  /** As the original soundcalc does, so that published figures can be compared. */
  SOUNDCALC,
  /** Where the original is generous, what a proof needs. */
  STRICT;

  /** {@return the word that options and outputs use} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
