package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A process that is asked to end waits for what was found. */
class InterruptionTest {
  @Test
  void theSearchStopsAndThenTheProcessEnds() throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Interruption interruption = Interruption.stops(stopped::countDown);
    Thread ending = new Thread(interruption);
    ending.start();
    stopped.await();
    assertThat(ending.isAlive()).isTrue();
    interruption.close();
    ending.join();
  }

  @Test
  void nothingIsStoppedWhereNobodyAsks() {
    CountDownLatch stopped = new CountDownLatch(1);
    Interruption.stops(stopped::countDown).close();
    assertThat(stopped.getCount()).isEqualTo(1);
  }
}
