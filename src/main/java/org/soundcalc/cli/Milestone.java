package org.soundcalc.cli;

/** What the Ethereum Foundation asked of zkEVMs in December 2025. */
enum Milestone {
  GLAMSTERDAM(100, 600),
  H_STAR(128, 300);

  private final long bits;
  private final long kib;

  Milestone(long bits, long kib) {
    this.bits = bits;
    this.kib = kib;
  }

  /** The least provable bits. */
  long bits() {
    return bits;
  }

  /** The most KiB of the final proof. */
  long kib() {
    return kib;
  }
}
