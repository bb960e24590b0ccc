package org.soundcalc.protocols.swirl;

/**
 * The interactions' LogUp argument.
 *
 * @param interactions I: most interactions of all rows together, ≥ 1
 * @param logMessageLength log2 of the longest message's elements, ≥ 0
 */
record LogUp(long interactions, int logMessageLength) {}
