package org.soundcalc.analysis.gate;

import java.util.Optional;
import org.soundcalc.model.Caveat;

/**
 * What a verdict does not cover.
 *
 * @param circuit whose figure it is about; nothing where it is the whole file's
 * @param caveat what is taken for granted
 */
public record CircuitCaveat(Optional<String> circuit, Caveat caveat) {}
