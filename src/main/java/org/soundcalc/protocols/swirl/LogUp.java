package org.soundcalc.protocols.swirl;

/**
 * The interactions' LogUp argument.
 *
 * @param interactions I: most interactions of all rows together, ≥ 1
 * @param logMessageLength log2 of the longest message's elements, ≥ 0
 * @param grinding before its challenges
 */
record LogUp(long interactions, int logMessageLength, BiasedGrinding grinding) {
  LogUp withoutGrinding() {
    return new LogUp(interactions, logMessageLength, BiasedGrinding.NONE);
  }
}
