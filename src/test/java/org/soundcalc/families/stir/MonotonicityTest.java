package org.soundcalc.families.stir;

import org.soundcalc.bounds.schedule.ScheduleProperties;
import org.soundcalc.bounds.schedule.ScheduleSample;
import org.soundcalc.bounds.stark.Commitment;

class MonotonicityTest extends ScheduleProperties {
  @Override
  protected Commitment commitment(ScheduleSample sample) {
    return new Stir(sample.parameters(), sample.grinding());
  }
}
