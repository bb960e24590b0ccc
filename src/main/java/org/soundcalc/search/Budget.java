package org.soundcalc.search;

/**
 * How many changed circuits searches may certify. It counts them, not seconds, so that the same
 * input has the same answer on every machine. Mutable, for one thread.
 */
public final class Budget {
  private int left;
  private boolean isSpent;

  /**
   * A budget.
   *
   * @param most circuits to certify, ≥ 0
   */
  public Budget(int most) {
    this.left = most;
  }

  /** Takes one; false where none is left. */
  boolean take() {
    isSpent |= left == 0;
    left = Math.max(0, left - 1);
    return !isSpent;
  }

  /** {@return whether a search has asked for more than there was, so that its answer is void} */
  public boolean isSpent() {
    return isSpent;
  }
}
