package org.soundcalc.search.optimum;

import java.util.function.Supplier;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;

/**
 * A configuration that has the bits that are wanted.
 *
 * @param regime under which it has them
 * @param cost on the axis that is minimised
 * @param circuit that has it, made once it is asked for
 */
record Finding(Regime regime, double cost, Supplier<Circuit> circuit) {}
