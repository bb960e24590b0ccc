package org.soundcalc.io.estimate;

import java.util.Optional;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.model.Regime;

/** How tables name regimes: with their status, unless they are proven. */
public final class Headings {
  private Headings() {}

  /** Above a column of figures. */
  public static Cell of(Regime regime) {
    return regime.isProven()
        ? Cell.strong(regime.name())
        : new Cell(regime.name() + "\n" + regime.status().word(), Emphasis.CAUTION);
  }

  /** Its status, on its own. */
  public static Cell status(Regime regime) {
    return new Cell(regime.status().word(), regime.isProven() ? Emphasis.NONE : Emphasis.CAUTION);
  }

  /** Why figures under it are not proven ones: in full, for once in a document. */
  public static Optional<String> caveat(Regime regime) {
    return regime.isProven()
        ? Optional.empty()
        : Optional.of(regime.name() + " is not proven but " + regime.status().word() + why(regime));
  }

  private static String why(Regime regime) {
    return regime.info().evidence().map(evidence -> ": " + evidence).orElse("");
  }

  /** Beside a figure. */
  public static Cell inLine(Regime regime) {
    return regime.isProven()
        ? Cell.of(regime.name())
        : new Cell(regime.name() + " (" + regime.status().word() + ")", Emphasis.CAUTION);
  }
}
