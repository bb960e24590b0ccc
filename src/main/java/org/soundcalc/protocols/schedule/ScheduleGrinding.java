package org.soundcalc.protocols.schedule;

import java.util.Collections;
import java.util.List;

/**
 * Bits of proof-of-work of the rounds that STIR and WHIR share, each ≥ 0.
 *
 * @param batching before the batching challenges
 * @param queries before the queries of each iteration, M entries
 * @param ood before the out-of-domain samples after each iteration but the last, M − 1 entries
 */
public record ScheduleGrinding(int batching, List<Integer> queries, List<Integer> ood) {
  /** None at any of these rounds. */
  ScheduleGrinding none() {
    return new ScheduleGrinding(
        0, Collections.nCopies(queries.size(), 0), Collections.nCopies(ood.size(), 0));
  }
}
