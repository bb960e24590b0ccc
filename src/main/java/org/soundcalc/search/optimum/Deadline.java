package org.soundcalc.search.optimum;

import java.time.Duration;
import java.util.Optional;

/**
 * When searches have to end, with the best that they have found so far. For any number of threads.
 */
public final class Deadline {
  private final long start = System.nanoTime();
  private final long most;
  private final int mostLabels;
  private volatile boolean passed;
  private boolean interrupted;
  private long end;

  private Deadline(long most, int mostLabels) {
    this.most = most;
    this.mostLabels = mostLabels;
  }

  /** {@return one that passes by itself never} */
  public static Deadline none() {
    return new Deadline(Long.MAX_VALUE, Cut.MOST_LABELS);
  }

  /**
   * {@return one that passes after some time}
   *
   * @param time from now on, ≥ 0
   */
  public static Deadline after(Duration time) {
    return new Deadline(time.toNanos(), Cut.MOST_LABELS);
  }

  /** Lets it pass now: somebody ends the searches. */
  public synchronized void interrupt() {
    if (!passed) {
      interrupted = true;
      pass();
    }
  }

  private synchronized void pass() {
    if (!passed) {
      end = System.nanoTime();
      passed = true;
    }
  }

  /** {@return why it has passed; nothing where it has not} */
  public Optional<Cut> cut() {
    return hasPassed() ? Optional.of(why()) : Optional.empty();
  }

  /** Why it has passed. */
  synchronized Cut why() {
    return interrupted ? Cut.INTERRUPTION : Cut.TIME;
  }

  /** {@return one that passes some time after this one, which has passed} */
  synchronized Deadline then(Duration time) {
    return new Deadline(Math.max(0, end + time.toNanos() - System.nanoTime()), mostLabels);
  }

  /**
   * {@return one that passes by itself never, but where a graph has more labels than this}
   *
   * @param most that are kept, ≥ 0
   */
  public static Deadline ofLabels(int most) {
    return new Deadline(Long.MAX_VALUE, most);
  }

  /** The most labels of a graph that are kept. */
  int mostLabels() {
    return mostLabels;
  }

  /** {@return whether it has passed} */
  public boolean hasPassed() {
    if (!passed && System.nanoTime() - start >= most) {
      pass();
    }
    return passed;
  }
}
