package org.soundcalc.model;

import java.util.Locale;

/** How far a regime's statements are established: the further, the earlier here. */
public enum Status {
  /** Every statement used is a theorem. */
  PROVEN,
  /** Conjectured, neither proven nor refuted. */
  OPEN,
  /** A rule of thumb: some statement is open, or holds on average only. */
  HEURISTIC,
  /** Conjectured, and refuted as stated. */
  REFUTED;

  /** {@return the word that outputs use, such as {@code proven}} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
