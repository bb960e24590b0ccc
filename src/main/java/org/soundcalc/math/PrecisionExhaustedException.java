package org.soundcalc.math;

/**
 * A figure could not be decided at the highest precision: a defect of this program, to be reported,
 * and never a reason to guess.
 */
public final class PrecisionExhaustedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  PrecisionExhaustedException(int digits) {
    super("a figure is still undecided at " + digits + " digits");
  }
}
