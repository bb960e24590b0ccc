package org.soundcalc.model;

import java.util.Locale;

/** Which size of a proof decides: it is compared with limits, sorted by, and shown first. */
public enum Sizes {
  /** As the original soundcalc reports it, and milestones are read. */
  SOUNDCALC,
  /** As the prover sends it, where the file {@linkplain ProofFormat describes} that. */
  SENT;

  /** {@return the word that options and outputs use} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
