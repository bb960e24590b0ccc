package org.soundcalc.analysis.diff;

import org.soundcalc.analysis.CertifiedTerm;

/**
 * A term's certified figure.
 *
 * @param bits whole bits, rounded down
 * @param hundredths bits in hundredths, rounded down
 * @param binding whether the circuit's figure under the regime is this one
 */
public record TermFigure(long bits, long hundredths, boolean binding) {
  static TermFigure of(CertifiedTerm term, CertifiedTerm binding) {
    boolean binds = term.term().name().equals(binding.term().name());
    return new TermFigure(term.bits(), term.hundredthBits(), binds);
  }
}
