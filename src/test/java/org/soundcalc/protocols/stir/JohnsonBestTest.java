package org.soundcalc.protocols.stir;

import org.soundcalc.protocols.schedule.JohnsonBestProperties;
import org.soundcalc.protocols.schedule.ScheduleSample;
import org.soundcalc.protocols.stark.Commitment;

class JohnsonBestTest extends JohnsonBestProperties {
  @Override
  protected Commitment commitment(ScheduleSample sample) {
    return new Stir(sample.parameters(), sample.grinding());
  }
}
