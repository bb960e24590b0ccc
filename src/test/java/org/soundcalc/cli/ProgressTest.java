package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What long searches tell, and that it is gone when they are done. */
class ProgressTest {
  private final CountDownLatch told = new CountDownLatch(1);
  private final ByteArrayOutputStream err =
      new ByteArrayOutputStream() {
        @Override
        public void flush() {
          told.countDown();
        }
      };

  private Progress progress(boolean isTerminal) {
    Session session =
        new Session(
            new ByteArrayInputStream(new byte[0]),
            Output.ofResults(new ByteArrayOutputStream()),
            Output.ofDiagnostics(err),
            new Terminal(true, isTerminal, 80, false, false),
            Plugins.installed());
    return new Progress(session, BigInteger.valueOf(1044), "circuits", 0);
  }

  @Test
  void isToldOnATerminalAndGoneInTheEnd() throws InterruptedException {
    try (Progress progress = progress(true)) {
      progress.run();
      progress.start();
      told.await();
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("1 of 1,044 circuits")
        .endsWith("\r\u001B[K");
  }

  @Test
  void nobodyIsToldElsewhere() {
    try (Progress progress = progress(false)) {
      progress.run();
      progress.start();
    }
    assertThat(err.size()).isZero();
  }
}
