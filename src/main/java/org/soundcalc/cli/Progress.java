package org.soundcalc.cli;

import java.math.BigInteger;
import java.util.Locale;

/** How far a long search is: on a terminal, after a second. Mutable, for one thread. */
final class Progress implements Runnable {
  private static final long SECOND = 1_000_000_000L;
  private static final int STEP = 256;
  private static final String CLEARED = "\r\u001B[K";

  private final Session session;
  private final BigInteger all;
  private final long start = System.nanoTime();
  private long done;
  private long said = start;

  Progress(Session session, BigInteger all) {
    this.session = session;
    this.all = all;
  }

  @Override
  public void run() {
    done++;
    if (done % STEP == 0 && session.terminal().err()) {
      long now = System.nanoTime();
      if (now - start > SECOND && now - said > SECOND / 4) {
        said = now;
        String text = String.format(Locale.ROOT, "%s%,d of %,d points", CLEARED, done, all);
        session.err().print(out -> out.append(text));
      }
    }
  }

  /** Takes away what it said. */
  void end() {
    if (said != start) {
      session.err().print(out -> out.append(CLEARED));
    }
  }
}
