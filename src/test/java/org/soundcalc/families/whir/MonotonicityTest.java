package org.soundcalc.families.whir;

import org.soundcalc.bounds.schedule.ScheduleProperties;
import org.soundcalc.bounds.schedule.ScheduleSample;
import org.soundcalc.bounds.stark.Commitment;

class MonotonicityTest extends ScheduleProperties {
  @Override
  protected Commitment commitment(ScheduleSample sample) {
    return Whir.of(sample.parameters(), 3, (i, s) -> sample.grinding());
  }
}
