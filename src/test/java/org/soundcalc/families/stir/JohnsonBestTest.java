package org.soundcalc.families.stir;

import org.soundcalc.bounds.schedule.JohnsonBestProperties;
import org.soundcalc.bounds.schedule.ScheduleSample;
import org.soundcalc.bounds.stark.Commitment;

class JohnsonBestTest extends JohnsonBestProperties {
  @Override
  protected Commitment commitment(ScheduleSample sample) {
    return new Stir(sample.parameters(), sample.grinding());
  }
}
