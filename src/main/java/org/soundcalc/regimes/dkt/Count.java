package org.soundcalc.regimes.dkt;

import java.math.BigInteger;

/**
 * A bound on the exceptional challenges: those z for which some polynomial of degree below k agrees
 * with u_z = Σ z^j·u_j on A places or more, where not all u_j agree with such polynomials. Whatever
 * the words u_0..u_ℓ, no more than E challenges are exceptional, so that one uniform challenge errs
 * with probability at most E/F.
 *
 * @param exceptional E, ≥ 0
 * @param proof what it follows from
 */
public record Count(BigInteger exceptional, Proof proof) {}
