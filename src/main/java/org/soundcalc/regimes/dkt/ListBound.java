package org.soundcalc.regimes.dkt;

import java.math.BigInteger;

/**
 * A bound on the codewords that agree with a word in A places or more, whatever the word; also
 * where both are interleaved.
 *
 * @param size Λ, ≥ 1
 * @param proof what it follows from
 */
public record ListBound(BigInteger size, Proof proof) {}
