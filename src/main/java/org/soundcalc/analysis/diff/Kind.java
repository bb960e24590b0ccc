package org.soundcalc.analysis.diff;

import java.util.Locale;

/** What became of something between two states. */
public enum Kind {
  /** It is there now, and was not. */
  ADDED,
  /** It was there, and is no more. */
  REMOVED,
  /** It is different. */
  CHANGED,
  /** It is as it was. */
  UNCHANGED;

  /** {@return the word that outputs use} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
