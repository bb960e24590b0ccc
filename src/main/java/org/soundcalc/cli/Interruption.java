package org.soundcalc.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What is done when the process is asked to end, as Ctrl-C does: a search stops, and what it has
 * found is still printed. The exit code is that of the platform, 130 for Ctrl-C.
 */
final class Interruption implements Runnable, AutoCloseable {
  /** Who waits longer for what was found than this, does not wait. */
  private static final long SECONDS = 20;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this, "interruption");
  private final Runnable stop;

  private Interruption(Runnable stop) {
    this.stop = stop;
  }

  /**
   * From now on the process ends once this is closed, or a few seconds later.
   *
   * @param stop what makes that soon
   */
  static Interruption stops(Runnable stop) {
    Interruption interruption = new Interruption(stop);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** The process ends. */
  @Override
  public void run() {
    stop.run();
    try {
      done.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All has been printed. */
  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // the process ends already
      return;
    }
  }
}
