package org.soundcalc.families.swirl;

/**
 * Bits of proof-of-work of SWIRL's phases, each ≥ 0.
 *
 * @param mu before the challenge that batches the stacked columns
 * @param folding before each fold's challenge
 * @param query before each round's queries
 * @param logUp before LogUp's challenges
 */
record SwirlGrinding(int mu, int folding, int query, int logUp) {
  /** Bits before the queries, which SWIRL fixes. */
  static final int QUERY_BITS = 20;
}
