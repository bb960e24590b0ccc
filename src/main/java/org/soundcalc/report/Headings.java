package org.soundcalc.report;

import org.soundcalc.model.Regime;
import org.soundcalc.report.text.Cell;
import org.soundcalc.report.text.Emphasis;

/** How tables name regimes: with their status, unless they are proven. */
public final class Headings {
  private Headings() {}

  /** Above a column of figures. */
  public static Cell of(Regime regime) {
    return regime.isProven()
        ? Cell.strong(regime.name())
        : new Cell(regime.name() + "\n" + regime.status().word(), Emphasis.CAUTION);
  }

  /** Beside a figure. */
  public static Cell inLine(Regime regime) {
    return regime.isProven()
        ? Cell.of(regime.name())
        : new Cell(regime.name() + " (" + regime.status().word() + ")", Emphasis.CAUTION);
  }
}
