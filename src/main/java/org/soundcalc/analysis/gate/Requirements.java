package org.soundcalc.analysis.gate;

import java.util.Optional;

/**
 * What is asked of each zkVM.
 *
 * @param minBits the least bits of the zkVM's figure, ≥ 0
 * @param maxProofSize the limit on its final proof, if there is one
 * @param conjecturesCount whether figures under regimes that are not proven satisfy it
 */
public record Requirements(
    long minBits, Optional<SizeLimit> maxProofSize, boolean conjecturesCount) {}
