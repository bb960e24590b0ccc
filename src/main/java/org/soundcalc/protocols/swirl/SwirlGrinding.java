package org.soundcalc.protocols.swirl;

import java.math.BigInteger;

/**
 * Proof-of-work of WHIR's phases.
 *
 * @param mu before the challenge that batches the stacked columns
 * @param folding before each fold's challenge
 * @param query before each round's queries
 */
record SwirlGrinding(BiasedGrinding mu, BiasedGrinding folding, BiasedGrinding query) {
  /** None, not even before the queries. */
  static final SwirlGrinding NONE =
      new SwirlGrinding(BiasedGrinding.NONE, BiasedGrinding.NONE, BiasedGrinding.NONE);

  /** Bits before the queries, which SWIRL fixes. */
  private static final int QUERY_BITS = 20;

  /**
   * The proof-of-work of a configuration.
   *
   * @param prime p, the size of the base field
   * @param mu bits of the phase, ≥ 0, as are the others
   */
  static SwirlGrinding of(BigInteger prime, int mu, int folding) {
    return new SwirlGrinding(
        BiasedGrinding.of(mu, prime),
        BiasedGrinding.of(folding, prime),
        BiasedGrinding.of(QUERY_BITS, prime));
  }
}
