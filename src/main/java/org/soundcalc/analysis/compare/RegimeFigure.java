package org.soundcalc.analysis.compare;

import java.util.List;
import java.util.OptionalLong;
import org.soundcalc.model.Regime;

/**
 * A figure under a regime, beside what is proven.
 *
 * @param regime the regime
 * @param bits the figure; nothing where the regime leaves a circuit out
 * @param missing the circuits that it leaves out
 * @param gap bits above the best proven figure, or below it where negative; nothing for a proven
 *     regime, and where either figure is missing
 */
public record RegimeFigure(
    Regime regime, OptionalLong bits, List<Missing> missing, OptionalLong gap) {
  /** {@return why it leaves circuits out: each reason once} */
  public List<String> reasons() {
    return missing.stream().map(Missing::reason).distinct().toList();
  }

  /** {@return the bits that would be lost if what the regime assumes turned out false} */
  public OptionalLong lost() {
    return gap.isPresent() ? OptionalLong.of(Math.max(0, gap.getAsLong())) : gap;
  }
}
