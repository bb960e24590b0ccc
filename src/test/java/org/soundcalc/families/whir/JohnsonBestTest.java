package org.soundcalc.families.whir;

import org.soundcalc.bounds.schedule.JohnsonBestProperties;
import org.soundcalc.bounds.schedule.ScheduleSample;
import org.soundcalc.bounds.stark.Commitment;

class JohnsonBestTest extends JohnsonBestProperties {
  @Override
  protected Commitment commitment(ScheduleSample sample) {
    return Whir.of(sample.parameters(), 3, (i, s) -> sample.grinding());
  }
}
