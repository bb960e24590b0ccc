package org.soundcalc.analysis.diff;

import java.util.List;
import org.soundcalc.analysis.RegimeResult;

/**
 * A circuit's figure under a regime.
 *
 * @param bits the minimum over its terms
 * @param binding the term that attains it
 * @param multiplicities the m that was chosen, one per iteration; empty where none was
 */
public record Total(long bits, String binding, List<Long> multiplicities) {
  static Total of(RegimeResult.Figures figures) {
    return new Total(
        figures.bits(), figures.binding().term().name(), List.copyOf(figures.multiplicities()));
  }
}
