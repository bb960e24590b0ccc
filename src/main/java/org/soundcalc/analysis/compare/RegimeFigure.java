package org.soundcalc.analysis.compare;

import java.util.Optional;
import java.util.OptionalLong;
import org.soundcalc.model.Regime;

/**
 * A figure under a regime, beside what is proven.
 *
 * @param regime the regime
 * @param bits the figure; nothing where the regime does not cover everything
 * @param reason why there is none
 * @param gap bits above the best proven figure, or below it where negative; nothing for a proven
 *     regime, and where either figure is missing
 */
public record RegimeFigure(
    Regime regime, OptionalLong bits, Optional<String> reason, OptionalLong gap) {
  /** The bits that would be lost if what the regime assumes turned out false. */
  public OptionalLong lost() {
    return gap.isPresent() ? OptionalLong.of(Math.max(0, gap.getAsLong())) : gap;
  }
}
