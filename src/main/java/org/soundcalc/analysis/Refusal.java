package org.soundcalc.analysis;

import org.soundcalc.model.Assessment;

/**
 * A circuit whose parameters are contradictory under a regime asked for.
 *
 * @param circuit its index in the zkVM
 * @param reason the key to blame and why
 */
public record Refusal(int circuit, Assessment.Refused reason) {}
