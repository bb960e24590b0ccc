package org.soundcalc.model;

import java.util.Optional;

/**
 * What every circuit has, whatever its proof system.
 *
 * @param name unique within its zkVM
 * @param family the proof system's name in TOML files, such as {@code FRI_STARK}
 * @param proofSystem the interactive oracle proof, such as {@code DEEP-ALI}
 * @param commitment the polynomial commitment scheme below it, such as {@code FRI}
 * @param field where challenges are drawn
 * @param hashBits bits of a hash, ≥ 1
 * @param measuredProofSize the size that the team measured, as it states it
 */
public record CircuitId(
    String name,
    String family,
    String proofSystem,
    String commitment,
    Field field,
    int hashBits,
    Optional<String> measuredProofSize) {}
