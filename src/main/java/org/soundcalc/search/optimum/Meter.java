package org.soundcalc.search.optimum;

import java.util.Optional;

/** Counts what a search did, and ends it when its time is over. Mutable, for one thread. */
final class Meter {
  private static final int EDGES = 1024;

  private long terms;
  private long edges;
  private long labels;
  private Optional<Deadline> deadline;

  Meter(Deadline deadline) {
    this.deadline = Optional.of(deadline);
  }

  void term() {
    terms++;
    check();
  }

  void edge() {
    edges++;
    if (edges % EDGES == 0) {
      check();
    }
  }

  /**
   * One more was looked at, and so many labels are kept of its graph.
   *
   * @throws Cut.CutException if they are too many
   */
  void labels(long kept) {
    if (deadline.isPresent() && kept > deadline.get().mostLabels()) {
      throw new Cut.CutException(Cut.LABELS);
    }
    labels++;
    if (labels % EDGES == 0) {
      check();
    }
  }

  private void check() {
    if (deadline.isPresent() && deadline.get().hasPassed()) {
      throw new Cut.CutException(deadline.get().why());
    }
  }

  /** From now on there is time: what was found is finished. */
  void finish() {
    deadline = Optional.empty();
  }

  long terms() {
    return terms;
  }

  /** How many labels were looked at. */
  long labels() {
    return labels;
  }

  long edges() {
    return edges;
  }
}
