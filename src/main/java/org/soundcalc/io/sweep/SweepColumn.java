package org.soundcalc.io.sweep;

import java.util.Locale;

/** What a row of a sweep has beside the keys. */
public enum SweepColumn {
  /** Certified bits, whole. */
  BITS,
  /** The same with two decimals, rounded down. */
  DECIMAL,
  /** The regime with most bits. */
  REGIME,
  /** The term with the largest error. */
  BINDING,
  /** The proof's size at most. */
  WORST,
  /** The proof's size on average. */
  EXPECTED,
  /** The prover's permutations, against those of the circuit as it is. */
  PROVER,
  /** The verifier's. */
  VERIFIER,
  /** Expected tries of proof-of-work, as a base-2 logarithm. */
  GRINDING,
  /** Bytes of all words that are committed to. */
  MEMORY,
  /** Bits of the whole tree of proofs, all other circuits being as they are. */
  TREE;

  /** {@return its name, as options spell it} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return whether it is a size} */
  public boolean isSize() {
    return this == WORST || this == EXPECTED;
  }

  /** {@return whether a chart can show it} */
  public boolean isDrawn() {
    return isSize() || this == BITS || this == DECIMAL;
  }

  /** {@return whether it is a cost} */
  public boolean isCost() {
    return compareTo(PROVER) >= 0 && compareTo(MEMORY) <= 0;
  }
}
