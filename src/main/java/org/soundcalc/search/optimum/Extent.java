package org.soundcalc.search.optimum;

/** How much a search may move by itself. */
public enum Extent {
  /** Folds, queries and the gap, which cost the prover nothing: rate and proof-of-work stay. */
  FREE,
  /** Those, with the rate from 1/2 to 1/64 and every site of proof-of-work. */
  TUNED,
  /** Those, with a larger extension of the field and the length of the hash. */
  REDESIGN
}
