package org.soundcalc.search;

import java.util.function.BiPredicate;
import org.soundcalc.model.Regime;

/**
 * When a search has found what it looks for.
 *
 * @param regime under which errors count
 * @param enough whether a circuit will do under a regime; smaller errors always do as well
 * @param budget what the search may certify
 */
record Goal(Regime regime, BiPredicate<Prepared, Regime> enough, Budget budget) {
  boolean isMet(Prepared prepared) {
    return prepared.bits(regime).isPresent() && enough.test(prepared, regime);
  }
}
