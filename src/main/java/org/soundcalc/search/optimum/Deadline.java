package org.soundcalc.search.optimum;

import java.time.Duration;

/**
 * When searches have to end, with the best that they have found so far. For any number of threads.
 */
public final class Deadline {
  private final long start = System.nanoTime();
  private final long most;
  private volatile boolean passed;
  private long end;

  private Deadline(long most) {
    this.most = most;
  }

  /** {@return one that passes by itself never} */
  public static Deadline none() {
    return new Deadline(Long.MAX_VALUE);
  }

  /**
   * {@return one that passes after some time}
   *
   * @param time from now on, ≥ 0
   */
  public static Deadline after(Duration time) {
    return new Deadline(time.toNanos());
  }

  /** Lets it pass now. */
  public synchronized void pass() {
    if (!passed) {
      end = System.nanoTime();
      passed = true;
    }
  }

  /** {@return one that passes some time after this one, which has passed} */
  synchronized Deadline then(Duration time) {
    return new Deadline(Math.max(0, end + time.toNanos() - System.nanoTime()));
  }

  /** {@return whether it has passed} */
  public boolean hasPassed() {
    if (!passed && System.nanoTime() - start >= most) {
      pass();
    }
    return passed;
  }

  /** Leaves a search. */
  static final class PassedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PassedException() {
      super("time ran out", null, false, false);
    }
  }
}
