package org.soundcalc.search;

/**
 * How many terms searches may certify. It counts them, not seconds, so that the same input has the
 * same answer on every machine. Mutable, for one thread.
 */
public final class Budget {
  private long left;
  private boolean isSpent;

  /**
   * A budget.
   *
   * @param most terms to certify, ≥ 0; the last circuit that is tried may take more
   */
  public Budget(long most) {
    this.left = most;
  }

  /** {@return whether another circuit may be tried; if not, the budget is spent} */
  public boolean allows() {
    isSpent |= left <= 0;
    return !isSpent;
  }

  /**
   * Counts what was certified for a circuit.
   *
   * @param terms how many
   */
  public void count(long terms) {
    left -= terms;
  }

  /** {@return whether a search has asked for more than there was, so that its answer is void} */
  public boolean isSpent() {
    return isSpent;
  }
}
