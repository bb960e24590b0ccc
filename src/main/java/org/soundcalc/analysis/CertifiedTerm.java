package org.soundcalc.analysis;

import org.soundcalc.math.Certified;
import org.soundcalc.model.Term;

/**
 * A verifier round with its decided figure.
 *
 * @param term the round
 * @param bits the largest integer b ≥ 0 with ε ≤ 2^-b
 */
public record CertifiedTerm(Term term, long bits) {
  /**
   * {@return a round with its figure}
   *
   * @param term the round
   */
  public static CertifiedTerm of(Term term) {
    return new CertifiedTerm(term, Certified.bits(term.error()));
  }

  /** {@return ⌊-100·log2 ε⌋, at least 0: the bits with two decimals, certified, in hundredths} */
  public long hundredthBits() {
    return Certified.hundredthBits(term.error());
  }
}
