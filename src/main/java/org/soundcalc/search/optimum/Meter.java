package org.soundcalc.search.optimum;

/** Counts what a search did. Mutable, for one thread. */
final class Meter {
  private long terms;
  private long edges;

  void term() {
    terms++;
  }

  void edge() {
    edges++;
  }

  long terms() {
    return terms;
  }

  long edges() {
    return edges;
  }
}
