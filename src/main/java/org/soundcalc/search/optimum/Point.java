package org.soundcalc.search.optimum;

import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;

/**
 * A configuration, with the bits that are certified of it.
 *
 * @param circuit the configuration
 * @param regime under which it has most bits, of those asked for
 * @param bits of round-by-round soundness, ≥ 0
 */
public record Point(Circuit circuit, Regime regime, long bits) {}
