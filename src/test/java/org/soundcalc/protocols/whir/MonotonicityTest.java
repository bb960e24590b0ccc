package org.soundcalc.protocols.whir;

import org.soundcalc.protocols.schedule.ScheduleProperties;
import org.soundcalc.protocols.schedule.ScheduleSample;
import org.soundcalc.protocols.stark.Commitment;

class MonotonicityTest extends ScheduleProperties {
  @Override
  protected Commitment commitment(ScheduleSample sample) {
    return Whirs.of(sample.parameters(), 3, (i, s) -> sample.grinding());
  }
}
