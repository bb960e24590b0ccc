package org.soundcalc.model;

/**
 * The queries of a commitment that stays with one code.
 *
 * @param rate ρ
 * @param queries t, ≥ 1
 * @param grindingBits bits of proof-of-work before them
 */
public record QueryPhase(Rate rate, long queries, int grindingBits) {}
