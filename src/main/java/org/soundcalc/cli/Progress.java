package org.soundcalc.cli;

import java.math.BigInteger;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** How far a long search is: on a terminal, after a second. For any number of threads. */
final class Progress implements Runnable, AutoCloseable {
  private static final long USUAL_WAIT = 1000;
  private static final long NEXT = 250;
  private static final String CLEARED = "\r\u001B[K";

  private final Session session;
  private final BigInteger all;
  private final String what;
  private final long wait;
  private final LongAdder done = new LongAdder();
  private boolean said;
  private final Thread speaker = new Thread(this::speak, "progress");

  /** It begins when it is started; milliseconds go by before anything is told. */
  Progress(Session session, BigInteger all, String what, long wait) {
    this.session = session;
    this.all = all;
    this.what = what;
    this.wait = wait;
    speaker.setDaemon(true);
  }

  /**
   * Begins to tell.
   *
   * @param all how many there are to be done
   * @param what they are, in the plural
   * @param mayTell nothing else being written to the terminal in the meantime
   */
  static Progress of(Session session, BigInteger all, String what, boolean mayTell) {
    Progress progress = new Progress(session, all, what, USUAL_WAIT);
    if (mayTell) {
      progress.start();
    }
    return progress;
  }

  /** Tells from now on, on a terminal. */
  void start() {
    if (session.terminal().err()) {
      speaker.start();
    }
  }

  /** One more is done. */
  @Override
  public void run() {
    done.increment();
  }

  private void speak() {
    try {
      Thread.sleep(wait);
      while (true) {
        say(String.format(Locale.ROOT, "%s%,d of %,d %s", CLEARED, done.sum(), all, what));
        Thread.sleep(NEXT);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String text) {
    said = true;
    session.err().print(out -> out.append(text));
  }

  @Override
  public void close() {
    end();
  }

  /** Takes away what it said: there is no more of it. */
  void end() {
    if (speaker.isAlive()) {
      speaker.interrupt();
      try {
        speaker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (said) {
        say(CLEARED);
      }
    }
  }
}
