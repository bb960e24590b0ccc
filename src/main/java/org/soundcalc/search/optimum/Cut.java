package org.soundcalc.search.optimum;

/** Why a search ended before all was searched. */
public enum Cut {
  /** Its time was over. */
  TIME,
  /** Somebody ended it. */
  INTERRUPTION,
  /**
   * Of one graph more than {@value #MOST_LABELS} ways had to be kept that no other one beat on
   * every axis.
   */
  LABELS;

  /** The most ways through a graph that are kept at once. */
  public static final int MOST_LABELS = 2_000_000;

  /** {@return whether time or somebody ended it} */
  public boolean isOfTime() {
    return this != LABELS;
  }

  /** Leaves a search. */
  static final class CutException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Cut why;

    CutException(Cut why) {
      super("cut: " + why, null, false, false);
      this.why = why;
    }

    Cut why() {
      return why;
    }
  }
}
