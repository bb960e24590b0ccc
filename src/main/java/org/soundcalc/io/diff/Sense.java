package org.soundcalc.io.diff;

import org.soundcalc.io.document.Emphasis;

/** What it means that a figure grows. */
enum Sense {
  /** More is better, and less must not be overlooked. */
  BITS(Emphasis.GAIN, Emphasis.ERROR),
  /** Less is better. */
  SIZE(Emphasis.WARNING, Emphasis.GAIN),
  /** Neither is better: the thing itself came or went. */
  NEUTRAL(Emphasis.NONE, Emphasis.NONE);

  private final Emphasis more;
  private final Emphasis less;

  Sense(Emphasis more, Emphasis less) {
    this.more = more;
    this.less = less;
  }

  /** How a figure that moved in this direction stands out. */
  Emphasis emphasis(int signum) {
    if (signum == 0) {
      return Emphasis.NONE;
    }
    return signum > 0 ? more : less;
  }
}
