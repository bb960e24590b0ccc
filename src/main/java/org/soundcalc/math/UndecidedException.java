package org.soundcalc.math;

/** Says that a representation of the reals cannot hold a value: another one has to decide. */
final class UndecidedException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  UndecidedException(String what) {
    super(what);
  }
}
