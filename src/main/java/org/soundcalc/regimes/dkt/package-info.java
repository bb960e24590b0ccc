/**
 * What is proven since September 2026 of the challenges that combine words near a Reed-Solomon
 * code, and of the codewords near one word: integers, computed exactly. Names are those of the
 * sources, where D is the largest degree, A the agreement, ℓ the degree of the curve that a
 * challenge z runs through (u_z = Σ z^j·u_j, j = 0..ℓ), and (m, M, μ) a profile: multiplicity, cap
 * on the first derivative, cap on the total degree in the jet variables.
 *
 * <p>Sources: [DKT26] Dao, Kominers, Thaler, eprint 2026/2056 (preprint) · [ArkLib] its statements
 * and proofs in Lean, github.com/Verified-zkEVM/ArkLib · [Joh62] Johnson, A new upper bound for
 * error-correcting codes, 1962.
 */
package org.soundcalc.regimes.dkt;
