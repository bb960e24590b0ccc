package org.soundcalc.search.optimum;

import java.util.function.Supplier;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;

/**
 * A configuration that has the bits that are wanted.
 *
 * @param regime under which it has them
 * @param costs on each axis of the aim, at most
 * @param circuit that has it, made once it is asked for
 */
@SuppressWarnings("ArrayRecordComponent") // compared element by element alone
record Finding(Regime regime, double[] costs, Supplier<Circuit> circuit) {}
