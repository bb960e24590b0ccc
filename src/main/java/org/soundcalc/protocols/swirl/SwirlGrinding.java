package org.soundcalc.protocols.swirl;

import java.math.BigInteger;

/**
 * Proof-of-work of SWIRL's phases.
 *
 * @param mu before the challenge that batches the stacked columns
 * @param folding before each fold's challenge
 * @param query before each round's queries
 * @param logUp before LogUp's challenges
 */
record SwirlGrinding(
    BiasedGrinding mu, BiasedGrinding folding, BiasedGrinding query, BiasedGrinding logUp) {
  /** Bits before the queries, which SWIRL fixes. */
  private static final int QUERY_BITS = 20;

  /** None, not even before the queries. */
  static SwirlGrinding none(BigInteger prime) {
    BiasedGrinding none = BiasedGrinding.of(0, prime);
    return new SwirlGrinding(none, none, none, none);
  }

  /**
   * The proof-of-work of a configuration.
   *
   * @param prime p, the size of the base field
   * @param mu bits of the phase, ≥ 0, as are the others
   */
  static SwirlGrinding of(BigInteger prime, int mu, int folding, int logUp) {
    return new SwirlGrinding(
        BiasedGrinding.of(mu, prime),
        BiasedGrinding.of(folding, prime),
        BiasedGrinding.of(QUERY_BITS, prime),
        BiasedGrinding.of(logUp, prime));
  }
}
