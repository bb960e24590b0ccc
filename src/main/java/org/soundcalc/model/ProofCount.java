package org.soundcalc.model;

import java.math.BigInteger;

/**
 * How often a circuit is proven in a {@linkplain Recursion recursion}. Exact: counts may pass 2^63.
 *
 * @param proofs of the circuit, N
 * @param outputs of these, the proofs that no proof of the same circuit verifies
 * @param levels from the leaves, which are at level 0, up to its last proof
 */
public record ProofCount(BigInteger proofs, BigInteger outputs, BigInteger levels) {
  /** A leaf: independent proofs, or a chain of them where each verifies the one before. */
  static ProofCount ofLeaf(long proofs, boolean isChain) {
    BigInteger count = BigInteger.valueOf(proofs);
    return isChain
        ? new ProofCount(count, BigInteger.ONE, count.subtract(BigInteger.ONE))
        : new ProofCount(count, count, BigInteger.ZERO);
  }

  /** Proofs that verify up to {@code arity} of {@code inputs} proofs each: ⌈P/arity⌉. */
  static ProofCount ofLayer(BigInteger inputs, BigInteger below, long arity) {
    BigInteger proofs = ceil(inputs, BigInteger.valueOf(arity));
    return new ProofCount(proofs, proofs, below.add(BigInteger.ONE));
  }

  /**
   * Proofs that join {@code inputs} proofs, and each other, until one is left: each takes up to
   * {@code arity} ≥ 2 of them and puts one in their place, so that there are max(1, ⌈(P − 1)/(arity
   * − 1)⌉) on max(1, ⌈log_arity P⌉) levels.
   */
  static ProofCount ofJoin(BigInteger inputs, BigInteger below, long arity) {
    BigInteger factor = BigInteger.valueOf(arity);
    BigInteger proofs =
        ceil(inputs.subtract(BigInteger.ONE), factor.subtract(BigInteger.ONE)).max(BigInteger.ONE);
    long levels = 1;
    for (BigInteger held = factor; held.compareTo(inputs) < 0; held = held.multiply(factor)) {
      levels++;
    }
    return new ProofCount(proofs, BigInteger.ONE, below.add(BigInteger.valueOf(levels)));
  }

  private static BigInteger ceil(BigInteger dividend, BigInteger divisor) {
    return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
  }
}
