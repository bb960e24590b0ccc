package org.soundcalc.math;

/**
 * A figure could not be decided at the highest precision: a defect of this program, to be reported,
 * and never a reason to guess.
 */
public final class PrecisionExhaustedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The most digits that are tried. */
  static final int DIGITS = 5120;

  PrecisionExhaustedException() {
    super("a figure is still undecided at " + DIGITS + " digits");
  }
}
