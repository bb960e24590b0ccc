package org.soundcalc.analysis.diff;

/**
 * A verifier round before and after.
 *
 * @param name the term's
 * @param figure nothing on a side whose protocol has no such round
 */
public record TermDiff(String name, Change<TermFigure> figure) {
  /**
   * {@return whether the bits moved, if only by hundredths, or the term came or went, or it became
   * or ceased to be the binding one}
   */
  public boolean isMoved() {
    return figure.isMoved();
  }
}
