package org.soundcalc.io.estimate;

import java.util.Optional;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.Emphasis;
import org.soundcalc.model.Regime;

/** How regimes are named: with their status, unless they are proven. */
public final class Headings {
  private Headings() {}

  /**
   * Makes the column of a regime's figures.
   *
   * @param regime the regime
   * @return the column
   */
  public static Column column(Regime regime) {
    String status = regime.isProven() ? "" : "\n" + regime.status().word();
    Emphasis emphasis = emphasis(regime, Emphasis.STRONG);
    return Column.numbers("").headed(new Cell(regime.name() + status, emphasis));
  }

  /**
   * Makes the cell of a regime's name, beside a figure.
   *
   * @param regime the regime
   * @return the cell
   */
  public static Cell inLine(Regime regime) {
    String status = regime.isProven() ? "" : " (" + regime.status().word() + ")";
    return new Cell(regime.name() + status, emphasis(regime, Emphasis.NONE));
  }

  /**
   * Chooses how a regime's figures stand out.
   *
   * @param regime the regime
   * @param proven for one that is proven
   * @return the emphasis
   */
  public static Emphasis emphasis(Regime regime, Emphasis proven) {
    return regime.isProven() ? proven : Emphasis.CAUTION;
  }

  /**
   * The status of a regime that is not proven, with the reason and its sources, or of one whose
   * proof is new.
   *
   * @param regime the regime
   * @return such as {@code toy: refuted near capacity (DG25, CS25, KKH26)}; empty where there is
   *     nothing to say
   */
  public static Optional<String> caveat(Regime regime) {
    Optional<String> remark =
        Optional.of(regime.info().standing())
            .filter(standing -> regime.info().remark().isPresent());
    return regime
        .info()
        .evidence()
        .map(evidence -> regime.status().word() + " " + evidence)
        .or(() -> remark)
        .map(status -> regime.name() + ": " + status);
  }
}
