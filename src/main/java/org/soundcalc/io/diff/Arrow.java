package org.soundcalc.io.diff;

import org.soundcalc.analysis.diff.Change;
import org.soundcalc.io.estimate.Figures;

/** How texts say that something became something else. */
final class Arrow {
  private static final String ARROW = " → ";

  private Arrow() {}

  /** The one text of both sides, or {@code old → new}, a dash for nothing. */
  static String of(Change<String> texts) {
    String before = texts.before().orElse(Figures.DASH);
    String after = texts.after().orElse(Figures.DASH);
    return texts.isMoved() ? before + ARROW + after : after;
  }
}
