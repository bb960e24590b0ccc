package org.soundcalc.protocols.stir;

import org.soundcalc.protocols.schedule.ScheduleProperties;
import org.soundcalc.protocols.schedule.ScheduleSample;
import org.soundcalc.protocols.stark.Commitment;

class MonotonicityTest extends ScheduleProperties {
  @Override
  protected Commitment commitment(ScheduleSample sample) {
    return new Stir(sample.parameters(), sample.grinding());
  }
}
