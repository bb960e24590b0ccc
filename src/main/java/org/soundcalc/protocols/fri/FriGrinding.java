package org.soundcalc.protocols.fri;

/**
 * Bits of proof-of-work of FRI's phases, each ≥ 0.
 *
 * @param batching before the batching challenges
 * @param commit before each commit round's challenge
 * @param query before the queries
 */
public record FriGrinding(int batching, int commit, int query) {
  /** None. */
  static final FriGrinding NONE = new FriGrinding(0, 0, 0);
}
